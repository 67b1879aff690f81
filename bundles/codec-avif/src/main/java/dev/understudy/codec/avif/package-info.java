/** The AVIF decoder and encoder: the container in Java, the AV1 inside it by native code. */
@NullMarked
package dev.understudy.codec.avif;

import org.jspecify.annotations.NullMarked;
