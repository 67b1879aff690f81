/** Connections of clients, with TLS or without: the versions of HTTP, and how long a request may take to arrive. */
@NullMarked
package dev.understudy.http.connection;

import org.jspecify.annotations.NullMarked;
