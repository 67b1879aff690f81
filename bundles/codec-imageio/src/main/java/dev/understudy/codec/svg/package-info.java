/** Vector images, which are not drawn yet. */
@NullMarked
package dev.understudy.codec.svg;

import org.jspecify.annotations.NullMarked;
