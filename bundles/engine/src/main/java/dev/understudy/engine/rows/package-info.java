/** Rows of numbers that several kinds of work go through. */
@NullMarked
package dev.understudy.engine.rows;

import org.jspecify.annotations.NullMarked;
