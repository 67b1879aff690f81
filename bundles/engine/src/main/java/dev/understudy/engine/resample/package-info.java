/** Samples at other places than where they were stored: scaling and turning by any angle. */
@NullMarked
package dev.understudy.engine.resample;

import org.jspecify.annotations.NullMarked;
