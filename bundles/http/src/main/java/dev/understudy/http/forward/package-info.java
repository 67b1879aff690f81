/** The forwarding of requests while the forwarder comes and goes. */
@NullMarked
package dev.understudy.http.forward;

import org.jspecify.annotations.NullMarked;
