/** The secondary servers, each with its own client, breaker and statistics. */
@NullMarked
package dev.understudy.redirect.upstream;

import org.jspecify.annotations.NullMarked;
