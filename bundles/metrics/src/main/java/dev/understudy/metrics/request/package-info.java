/** What is counted of requests while they are served. */
@NullMarked
package dev.understudy.metrics.request;

import org.jspecify.annotations.NullMarked;
