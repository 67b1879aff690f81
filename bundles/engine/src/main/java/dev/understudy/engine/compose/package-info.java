/** Images laid over one another. */
@NullMarked
package dev.understudy.engine.compose;

import org.jspecify.annotations.NullMarked;
