/** What the host knows about a request on its way through, beside what the handlers observe. */
@NullMarked
package dev.understudy.http.exchange;

import org.jspecify.annotations.NullMarked;
