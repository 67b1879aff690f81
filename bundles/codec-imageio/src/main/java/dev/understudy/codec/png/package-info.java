/** PNG: the JDK's decoder behind a check of every chunk, and an encoder for planes. */
@NullMarked
package dev.understudy.codec.png;

import org.jspecify.annotations.NullMarked;
