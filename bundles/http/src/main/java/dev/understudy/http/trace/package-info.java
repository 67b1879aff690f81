/** The trace of a request through the host, beside the access record of the handlers. */
@NullMarked
package dev.understudy.http.trace;

import org.jspecify.annotations.NullMarked;
