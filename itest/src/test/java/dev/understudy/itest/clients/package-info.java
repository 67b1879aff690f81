/** Libraries and viewers that speak the protocol, in front of a running server. */
@NullMarked
package dev.understudy.itest.clients;

import org.jspecify.annotations.NullMarked;
