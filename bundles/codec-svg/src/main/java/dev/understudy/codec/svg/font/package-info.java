/** The fonts of text in vector images. */
@NullMarked
package dev.understudy.codec.svg.font;

import org.jspecify.annotations.NullMarked;
