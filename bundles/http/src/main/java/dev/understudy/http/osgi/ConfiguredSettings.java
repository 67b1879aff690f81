package dev.understudy.http.osgi;

import dev.understudy.http.log.AccessLogSettings;
import dev.understudy.http.server.HttpSettings;
import java.util.Map;
import java.util.function.Supplier;

/** Reads the configuration, so that a value of the wrong type is named like one out of range. */
final class ConfiguredSettings {

    private final Map<String, Object> written;

    private ConfiguredSettings(Map<String, Object> written) {
        this.written = written;
    }

    /**
     * @param written the values as they were configured
     * @throws IllegalArgumentException naming the setting and what is allowed
     */
    static HttpSettings read(HttpConfiguration configuration, Map<String, Object> written) {
        ConfiguredSettings settings = new ConfiguredSettings(written);
        AccessLogSettings log = AccessLogSettings.of(
                configuration.log_directory(),
                settings.get("log.maxDays", "a number", configuration::log_maxDays),
                configuration.log_prefix(),
                configuration.log_pattern());
        return HttpSettings.of(
                configuration.host(),
                settings.get("port", "a number", configuration::port),
                configuration.trustedProxies(),
                settings.get("swap.grace", "a number", configuration::swap_grace),
                settings.get("swap.limit", "a number", configuration::swap_limit),
                settings.get("drain.timeout", "a number", configuration::drain_timeout),
                log,
                configuration.startup_exitOnFailure());
    }

    private <T> T get(String name, String allowed, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    name + ": '" + written.get(name) + "' is not allowed; allowed: " + allowed, e);
        }
    }
}
