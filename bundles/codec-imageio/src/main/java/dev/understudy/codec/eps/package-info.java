/** Encapsulated PostScript of one image. */
@NullMarked
package dev.understudy.codec.eps;

import org.jspecify.annotations.NullMarked;
