/** WebP through libwebp, which is carried along; without it for this system, only read, by TwelveMonkeys' decoder. */
@NullMarked
package dev.understudy.codec.webp;

import org.jspecify.annotations.NullMarked;
