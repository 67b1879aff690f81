/** Has the images of foreign servers be at hand before anything is drawn. */
@NullMarked
package dev.understudy.engine.foreign;

import org.jspecify.annotations.NullMarked;
