package dev.understudy.redirect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.settings.SettingReading;
import java.util.List;
import java.util.Map;

/** Settings for tests, as a configuration would have them. */
public final class TestSettings {

    private TestSettings() {}

    /** The settings with these values, all of which can be used. */
    public static RedirectSettings of(
            String rootUrl, long connectTimeout, long socketTimeout, int breakerFailures, long breakerOpenMillis) {
        SettingReading reading = RedirectSettingTable.TABLE.read(Map.of(
                "errorRedirect.rootUrl", rootUrl,
                "errorRedirect.connectTimeout", connectTimeout,
                "errorRedirect.socketTimeout", socketTimeout,
                "errorRedirect.breaker.failures", breakerFailures,
                "errorRedirect.breaker.openMillis", breakerOpenMillis));
        assertEquals(List.of(), reading.problems());
        return RedirectSettings.of(reading.values());
    }
}
