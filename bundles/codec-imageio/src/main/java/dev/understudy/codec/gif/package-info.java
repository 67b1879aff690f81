/** GIF: the first frame is read, by a decoder that notices what is missing; images are brought to 256 colors to be written. */
@NullMarked
package dev.understudy.codec.gif;

import org.jspecify.annotations.NullMarked;
