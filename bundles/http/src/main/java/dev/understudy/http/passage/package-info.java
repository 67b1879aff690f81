/** What the host knows about a request on its way through, beside what the handlers observe. */
@NullMarked
package dev.understudy.http.passage;

import org.jspecify.annotations.NullMarked;
