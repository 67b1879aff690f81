/** The settings of the metrics and the alerts. */
@NullMarked
package dev.understudy.metrics.settings;

import org.jspecify.annotations.NullMarked;
