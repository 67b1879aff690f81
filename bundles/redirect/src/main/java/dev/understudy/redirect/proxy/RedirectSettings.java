package dev.understudy.redirect.proxy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which server is asked when a request fails here, and how long it may take.
 *
 * <p>Source: the reference's page on error redirection.
 *
 * @param secondary null for none
 * @param connectTimeout until the request is on its way
 * @param socketTimeout until the answer begins, and between any two parts of it
 */
public record RedirectSettings(@Nullable Secondary secondary, Duration connectTimeout, Duration socketTimeout) {

    private static final long MAX_TIMEOUT = 600_000;
    private static final Duration LEAST_TOTAL = Duration.ofSeconds(30);

    /**
     * The settings as they are configured.
     *
     * @param rootUrl {@code http://host[:port]} or {@code https://host[:port]}, empty for none
     * @param connectTimeout milliseconds, 1..600000
     * @param socketTimeout milliseconds, 1..600000
     * @throws IllegalArgumentException naming the setting and what is allowed
     */
    public static RedirectSettings of(String rootUrl, long connectTimeout, long socketTimeout) {
        return new RedirectSettings(
                secondary(rootUrl.strip()),
                timeout("errorRedirect.connectTimeout", connectTimeout),
                timeout("errorRedirect.socketTimeout", socketTimeout));
    }

    /** How long a forward may take from first to last. */
    Duration totalTimeout() {
        Duration total = socketTimeout.multipliedBy(4);
        return total.compareTo(LEAST_TOTAL) < 0 ? LEAST_TOTAL : total;
    }

    /** For people: what happens with failed requests. */
    @Override
    public String toString() {
        return secondary == null
                ? "off (errorRedirect.rootUrl is empty)"
                : "to " + secondary + ", connecting for " + connectTimeout.toMillis() + " ms and waiting for "
                        + socketTimeout.toMillis() + " ms at most";
    }

    private static @Nullable Secondary secondary(String rootUrl) {
        if (rootUrl.isEmpty()) {
            return null;
        }
        try {
            return Secondary.of(rootUrl);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "errorRedirect.rootUrl: '" + rootUrl + "' is no root URL (" + e.getMessage()
                            + "); allowed: http://host[:port] or https://host[:port], or empty for no redirect",
                    e);
        }
    }

    private static Duration timeout(String setting, long millis) {
        if (millis < 1 || millis > MAX_TIMEOUT) {
            throw new IllegalArgumentException(setting + ": " + millis + "; allowed: 1.." + MAX_TIMEOUT + " ms");
        }
        return Duration.ofMillis(millis);
    }
}
