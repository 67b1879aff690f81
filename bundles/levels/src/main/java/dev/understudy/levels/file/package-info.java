/** Levels of sources as files. */
@NullMarked
package dev.understudy.levels.file;

import org.jspecify.annotations.NullMarked;
