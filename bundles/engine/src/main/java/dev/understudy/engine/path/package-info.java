/** Areas that paths enclose: how they are written, how far they reach, and what they cover of pixels. */
@NullMarked
package dev.understudy.engine.path;

import org.jspecify.annotations.NullMarked;
