/** Places and sizes of everything in an image: pure geometry, no pixels. */
@NullMarked
package dev.understudy.engine.layout;

import org.jspecify.annotations.NullMarked;
