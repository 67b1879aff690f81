/** The functions of libturbojpeg, and what loads them. */
@NullMarked
package dev.understudy.codec.turbo.natives;

import org.jspecify.annotations.NullMarked;
