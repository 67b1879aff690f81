/** Turns a request that was read into a plan: defaults from catalogs, checks that need no pixels, and what stands in. */
@NullMarked
package dev.understudy.engine.planning;

import org.jspecify.annotations.NullMarked;
