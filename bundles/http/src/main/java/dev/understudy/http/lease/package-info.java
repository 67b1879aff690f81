/** Services that come and go under requests that may not be lost: leases on them, and the place that holds requests between two. */
@NullMarked
package dev.understudy.http.lease;

import org.jspecify.annotations.NullMarked;
