/** Vector images: SVG is read and painted by classes of this bundle alone. */
@NullMarked
package dev.understudy.codec.svg;

import org.jspecify.annotations.NullMarked;
