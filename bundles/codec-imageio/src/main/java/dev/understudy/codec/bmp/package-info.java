/** Windows bitmaps, through the JDK's decoder. */
@NullMarked
package dev.understudy.codec.bmp;

import org.jspecify.annotations.NullMarked;
