/** The values of attributes and properties: numbers, lengths, colors, transforms, path data. */
@NullMarked
package dev.understudy.codec.svg.value;

import org.jspecify.annotations.NullMarked;
