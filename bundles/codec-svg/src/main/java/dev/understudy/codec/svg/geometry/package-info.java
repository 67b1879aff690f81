/** Outlines, and what becomes of them before they are painted. */
@NullMarked
package dev.understudy.codec.svg.geometry;

import org.jspecify.annotations.NullMarked;
