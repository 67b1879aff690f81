/** TIFF: TwelveMonkeys' decoder behind a check that all strips and tiles are there, and an encoder for planes. */
@NullMarked
package dev.understudy.codec.tiff;

import org.jspecify.annotations.NullMarked;
