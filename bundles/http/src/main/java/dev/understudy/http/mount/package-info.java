/** Where handlers are mounted, and the way of a request to one of them. */
@NullMarked
package dev.understudy.http.mount;

import org.jspecify.annotations.NullMarked;
