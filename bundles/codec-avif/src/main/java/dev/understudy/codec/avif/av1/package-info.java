/** What an AV1 bitstream says about itself, read without decoding it. */
@NullMarked
package dev.understudy.codec.avif.av1;

import org.jspecify.annotations.NullMarked;
