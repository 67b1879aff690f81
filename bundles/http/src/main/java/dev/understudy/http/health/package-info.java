/** The report on the state of the server, for monitoring. */
@NullMarked
package dev.understudy.http.health;

import org.jspecify.annotations.NullMarked;
