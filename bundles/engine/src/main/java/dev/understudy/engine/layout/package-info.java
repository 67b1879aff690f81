/** Where everything in an image goes and how large it is: pure geometry, no pixels. */
@NullMarked
package dev.understudy.engine.layout;

import org.jspecify.annotations.NullMarked;
