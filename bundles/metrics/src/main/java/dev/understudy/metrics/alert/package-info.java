/** Alerts of the reference's supervisor, as lines of the log. */
@NullMarked
package dev.understudy.metrics.alert;

import org.jspecify.annotations.NullMarked;
