/** The page with all series, in the formats that Prometheus reads. */
@NullMarked
package dev.understudy.metrics.page;

import org.jspecify.annotations.NullMarked;
