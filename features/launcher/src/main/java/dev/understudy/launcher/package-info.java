/** Starts plain Felix, and ends it well. */
@NullMarked
package dev.understudy.launcher;

import org.jspecify.annotations.NullMarked;
