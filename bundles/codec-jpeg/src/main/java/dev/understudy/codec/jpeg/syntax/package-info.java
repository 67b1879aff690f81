/** The markers, frame headers and scan headers that a JPEG file is made of. */
@NullMarked
package dev.understudy.codec.jpeg.syntax;

import org.jspecify.annotations.NullMarked;
