/** The circuit breaker that keeps requests from a secondary server that fails. */
@NullMarked
package dev.understudy.redirect.breaker;

import org.jspecify.annotations.NullMarked;
