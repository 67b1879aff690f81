/** Reads a request: from path and query to an ordered list of commands with every name in it resolved. */
@NullMarked
package dev.understudy.engine.request;

import org.jspecify.annotations.NullMarked;
