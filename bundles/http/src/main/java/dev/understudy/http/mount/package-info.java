/** The mounts of handlers, and the dispatch of requests to them. */
@NullMarked
package dev.understudy.http.mount;

import org.jspecify.annotations.NullMarked;
