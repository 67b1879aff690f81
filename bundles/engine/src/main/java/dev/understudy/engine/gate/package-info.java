/** Expensive work: who may do it now, how much memory it may take, and for how long. */
@NullMarked
package dev.understudy.engine.gate;

import org.jspecify.annotations.NullMarked;
