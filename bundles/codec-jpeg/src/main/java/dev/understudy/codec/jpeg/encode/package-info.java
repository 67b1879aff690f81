/** The encoder of JPEG in plain Java: from planes to the bytes of a baseline or progressive file. */
@NullMarked
package dev.understudy.codec.jpeg.encode;

import org.jspecify.annotations.NullMarked;
