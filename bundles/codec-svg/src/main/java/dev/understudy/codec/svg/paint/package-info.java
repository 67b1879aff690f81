/** Paints a document. */
@NullMarked
package dev.understudy.codec.svg.paint;

import org.jspecify.annotations.NullMarked;
