/** The server: its settings, its connector, somebody else's server in its place, and its stop. */
@NullMarked
package dev.understudy.http.server;

import org.jspecify.annotations.NullMarked;
