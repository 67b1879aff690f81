package dev.understudy.redirect.settings;

import java.time.Duration;

/**
 * When the breaker of a secondary server opens, and for how long.
 *
 * @param failures how many failures in a row open it, 1 or more
 * @param open how long it stays open; then one request probes the server
 */
public record BreakerSettings(int failures, Duration open) {}
