/** The server with its settings, its connector and its stop, or a server of another bundle in its place. */
@NullMarked
package dev.understudy.http.server;

import org.jspecify.annotations.NullMarked;
