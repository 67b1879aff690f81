/** Services that can be replaced without losing a request: leases for their users, and a queue for requests between two services. */
@NullMarked
package dev.understudy.http.lease;

import org.jspecify.annotations.NullMarked;
