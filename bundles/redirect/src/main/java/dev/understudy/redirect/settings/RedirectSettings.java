package dev.understudy.redirect.settings;

import dev.understudy.catalog.Secondary;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The secondary servers for requests that fail here, in the order in which they are asked, with their timeouts and breakers.
 *
 * <p>Source: the reference's page on error redirection.
 *
 * @param secondaries empty for no redirect
 */
public record RedirectSettings(List<Secondary> secondaries, Timeouts timeouts, BreakerSettings breaker) {

    private static final long MAX_MILLIS = 600_000;
    private static final int MAX_FAILURES = 1_000_000;

    public RedirectSettings {
        secondaries = List.copyOf(secondaries);
    }

    /**
     * The settings as configured, not yet checked.
     *
     * @param rootUrl {@code http://host[:port]} or {@code https://host[:port]}, several separated by spaces; empty for none
     * @param connectTimeout milliseconds, 1..600000
     * @param socketTimeout milliseconds, 1..600000
     * @param breakerFailures 1..1000000
     * @param breakerOpenMillis milliseconds, 1..600000
     */
    public record Configured(
            String rootUrl, long connectTimeout, long socketTimeout, int breakerFailures, long breakerOpenMillis) {}

    /**
     * Returns the settings of a configuration.
     *
     * @throws IllegalArgumentException naming the setting and what is allowed
     */
    public static RedirectSettings of(Configured configured) {
        return new RedirectSettings(
                secondaries(configured.rootUrl()),
                new Timeouts(
                        time("errorRedirect.connectTimeout", configured.connectTimeout()),
                        time("errorRedirect.socketTimeout", configured.socketTimeout())),
                new BreakerSettings(
                        failures(configured.breakerFailures()),
                        time("errorRedirect.breaker.openMillis", configured.breakerOpenMillis())));
    }

    /** Returns a sentence for operators about what happens with failed requests. */
    @Override
    public String toString() {
        return secondaries.isEmpty()
                ? "off (errorRedirect.rootUrl is empty)"
                : "to " + secondaries.stream().map(Secondary::toString).collect(Collectors.joining(", else "))
                        + ", connecting for " + timeouts.connect().toMillis() + " ms and waiting for "
                        + timeouts.socket().toMillis() + " ms at most";
    }

    private static List<Secondary> secondaries(String rootUrls) {
        try {
            return Secondary.listOf(rootUrls);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("errorRedirect.rootUrl: " + e.getMessage(), e);
        }
    }

    private static int failures(int failures) {
        if (failures < 1 || failures > MAX_FAILURES) {
            throw new IllegalArgumentException(
                    "errorRedirect.breaker.failures: " + failures + "; allowed: 1.." + MAX_FAILURES);
        }
        return failures;
    }

    private static Duration time(String setting, long millis) {
        if (millis < 1 || millis > MAX_MILLIS) {
            throw new IllegalArgumentException(setting + ": " + millis + "; allowed: 1.." + MAX_MILLIS + " ms");
        }
        return Duration.ofMillis(millis);
    }
}
