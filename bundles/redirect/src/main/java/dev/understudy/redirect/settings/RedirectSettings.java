package dev.understudy.redirect.settings;

import dev.understudy.catalog.Secondary;
import dev.understudy.settings.SettingValues;
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

    public RedirectSettings {
        secondaries = List.copyOf(secondaries);
    }

    /** Returns the settings of a configuration. */
    public static RedirectSettings of(SettingValues values) {
        return new RedirectSettings(
                values.get(RedirectSettingTable.SECONDARIES),
                new Timeouts(
                        values.get(RedirectSettingTable.CONNECT_TIMEOUT),
                        values.get(RedirectSettingTable.SOCKET_TIMEOUT)),
                new BreakerSettings(
                        values.get(RedirectSettingTable.BREAKER_FAILURES),
                        values.get(RedirectSettingTable.BREAKER_OPEN)));
    }

    /** Returns a sentence for operators about what happens with failed requests. */
    @Override
    public String toString() {
        return secondaries.isEmpty()
                ? "off (" + RedirectSettingTable.SECONDARIES.name() + " is empty)"
                : "to " + secondaries.stream().map(Secondary::toString).collect(Collectors.joining(", else "))
                        + ", connecting for " + timeouts.connect().toMillis() + " ms and waiting for "
                        + timeouts.socket().toMillis() + " ms at most";
    }
}
