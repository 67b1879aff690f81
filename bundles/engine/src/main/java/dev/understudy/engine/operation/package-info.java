/**
 * Changes of pixels that commands ask for, each a value that carries its parameters and its maths: a part of the plan, and
 * thereby of the cache key.
 */
@NullMarked
package dev.understudy.engine.operation;

import org.jspecify.annotations.NullMarked;
