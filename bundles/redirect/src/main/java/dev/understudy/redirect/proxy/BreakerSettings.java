package dev.understudy.redirect.proxy;

import java.time.Duration;

/**
 * When a secondary server is left alone.
 *
 * @param failures so many in a row, 1 or more
 * @param open for so long; then one request tries it
 */
record BreakerSettings(int failures, Duration open) {}
