/** Images of few colors: palettes, and the pixels reduced to them. */
@NullMarked
package dev.understudy.codec.palette;

import org.jspecify.annotations.NullMarked;
