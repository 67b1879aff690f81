package dev.understudy.redirect.osgi;

import dev.understudy.redirect.settings.RedirectSettings;
import java.util.Map;
import java.util.function.Supplier;

/** Reads the configuration, so that a value of the wrong type is named like one out of range. */
final class ConfiguredSettings {

    private final Map<String, Object> written;

    private ConfiguredSettings(Map<String, Object> written) {
        this.written = written;
    }

    /**
     * The settings of a configuration.
     *
     * @param written the values as they were configured
     * @throws IllegalArgumentException naming the setting and what is allowed
     */
    static RedirectSettings read(RedirectConfiguration configuration, Map<String, Object> written) {
        ConfiguredSettings settings = new ConfiguredSettings(written);
        return RedirectSettings.of(new RedirectSettings.Configured(
                configuration.errorRedirect_rootUrl(),
                settings.number("errorRedirect.connectTimeout", configuration::errorRedirect_connectTimeout),
                settings.number("errorRedirect.socketTimeout", configuration::errorRedirect_socketTimeout),
                settings.number("errorRedirect.breaker.failures", configuration::errorRedirect_breaker_failures),
                settings.number("errorRedirect.breaker.openMillis", configuration::errorRedirect_breaker_openMillis)));
    }

    private <T extends Number> T number(String name, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    name + ": '" + written.get(name) + "' is not allowed; allowed: a number", e);
        }
    }
}
