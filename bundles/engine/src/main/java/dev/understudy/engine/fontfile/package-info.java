/** Whether font files are whole, and which of their glyphs have outlines. */
@NullMarked
package dev.understudy.engine.fontfile;

import org.jspecify.annotations.NullMarked;
