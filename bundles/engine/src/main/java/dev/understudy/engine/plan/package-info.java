/** The resolved form of a request, with every name and default filled in: a value without I/O, which is the cache key too. */
@NullMarked
package dev.understudy.engine.plan;

import org.jspecify.annotations.NullMarked;
