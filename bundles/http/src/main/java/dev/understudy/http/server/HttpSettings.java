package dev.understudy.http.server;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.log.AccessLogSettings;
import java.time.Duration;

/**
 * The settings of {@code dev.understudy.http}.
 *
 * @param host the address to listen on; empty for all
 * @param port the port to listen on; 0 for any that is free
 * @param trustedProxies the proxies whose {@code X-Forwarded-For} is trusted
 * @param swap how requests wait for handlers that are being replaced
 * @param drain how long requests may go on when the server stops
 * @param log the access log
 * @param exitOnFailure whether a server that cannot start ends the process
 */
public record HttpSettings(
        String host,
        int port,
        AddressFilter trustedProxies,
        SwapPolicy swap,
        Duration drain,
        AccessLogSettings log,
        boolean exitOnFailure) {

    /** The documented defaults: local, port 8080, no access log. */
    public static final HttpSettings DEFAULTS =
            of("127.0.0.1", 8080, "", 2000, 1000, 20_000, AccessLogSettings.NONE, false);

    /**
     * Checks the settings as configured.
     *
     * @param trustedProxies addresses and ranges of them, separated by commas; empty for none
     * @param swapGrace milliseconds
     * @param swapLimit requests
     * @param drainTimeout milliseconds
     * @throws IllegalArgumentException naming the setting and what is allowed
     */
    public static HttpSettings of(
            String host,
            int port,
            String trustedProxies,
            long swapGrace,
            int swapLimit,
            long drainTimeout,
            AccessLogSettings log,
            boolean exitOnFailure) {
        within("port", port, 0, 65_535);
        within("swap.grace", swapGrace, 0, 60_000);
        within("swap.limit", swapLimit, 0, 100_000);
        within("drain.timeout", drainTimeout, 0, 600_000);
        Duration drain = Duration.ofMillis(drainTimeout);
        return new HttpSettings(
                host.strip(),
                port,
                proxies(trustedProxies),
                new SwapPolicy(Duration.ofMillis(swapGrace), swapLimit, drain),
                drain,
                log,
                exitOnFailure);
    }

    private static AddressFilter proxies(String list) {
        try {
            return list.isBlank() ? AddressFilter.NOBODY : AddressFilter.parse(list);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "trustedProxies: '" + list + "' is not allowed; allowed: " + AddressFilter.FORM, e);
        }
    }

    private static void within(String setting, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    setting + ": " + value + " is not allowed; allowed: " + min + ".." + max);
        }
    }

    /** Returns whether a server with these settings need not be reopened for the others. */
    boolean opensAs(HttpSettings other) {
        return host.equals(other.host)
                && port == other.port
                && trustedProxies.equals(other.trustedProxies)
                && log.equals(other.log);
    }

    /** Returns the address for operators: {@code http://127.0.0.1:8080/}. */
    String address(int realPort) {
        String shown = host.isEmpty() ? "0.0.0.0" : host;
        return "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + realPort + "/";
    }
}
