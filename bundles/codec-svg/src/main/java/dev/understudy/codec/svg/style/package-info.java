/** The properties of elements, inherited ones among them, and which of them can be drawn. */
@NullMarked
package dev.understudy.codec.svg.style;

import org.jspecify.annotations.NullMarked;
