/** Whether font files are whole, and which of their glyphs have outlines. */
@NullMarked
package dev.understudy.codec.font.file;

import org.jspecify.annotations.NullMarked;
