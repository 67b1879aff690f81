package dev.understudy.http.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.settings.SettingReading;
import dev.understudy.settings.UnusableSettingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of HTTPS that do not fit together. */
class TlsValuesTest {

    private static void assertRefused(String setting, String reason, Map<String, String> written) {
        UnusableSettingException refused = assertThrows(
                UnusableSettingException.class,
                () -> HttpSettings.of(HttpSettingTable.TABLE.read(written).values()));
        assertEquals(setting, refused.setting().name());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void aPortTakesKeysFromOnePlace() {
        assertRefused("sslPort", "neither keystoreFile nor certificateFiles is set", Map.of("sslPort", "8443"));
        assertRefused(
                "certificateFiles",
                "keystoreFile is set, too",
                Map.of("sslPort", "8443", "keystoreFile", "a.p12", "certificateFiles", "a.pem"));
        assertRefused(
                "keyFiles",
                "1 files for the 2 of certificateFiles",
                Map.of("sslPort", "8443", "certificateFiles", "a.pem;b.pem", "keyFiles", "c.pem"));
        assertRefused("sslPort", "it is the port of HTTP, too", Map.of("sslPort", "8080", "certificateFiles", "a.pem"));
    }

    @Test
    void nothingIsSaidOfTheOthersWhereThePortIsRefused() {
        for (String port : List.of("99999", "22x")) {
            SettingReading reading =
                    HttpSettingTable.TABLE.read(Map.of("sslPort", port, "keystoreFile", "a.p12", "hsts", "max-age=1"));
            assertEquals(1, reading.problems().size());
            assertFalse(HttpSettings.of(reading.values()).tls().isOn());
        }
    }

    @Test
    void whatHasNoEffectWithoutAPortIsRefused() {
        String reason = "it has no effect without sslPort";
        assertRefused("keystoreFile", reason, Map.of("keystoreFile", "a.p12"));
        assertRefused("certificateFiles", reason, Map.of("certificateFiles", "a.pem"));
        assertRefused("keyFiles", reason, Map.of("keyFiles", "a.pem"));
        assertRefused("hsts", reason, Map.of("hsts", "max-age=1"));
    }
}
