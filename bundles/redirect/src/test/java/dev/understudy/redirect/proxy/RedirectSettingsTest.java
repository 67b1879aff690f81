package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "http://images.example, images.example, 80, http://images.example",
        "http://images.example:8080/, images.example, 8080, http://images.example:8080",
        "HTTPS://images.example/, images.example, 443, https://images.example",
        "http://[::1]:81, [::1], 81, http://[::1]:81",
        "http://10.1.2.3, 10.1.2.3, 80, http://10.1.2.3",
    })
    void rootUrls(String rootUrl, String host, int port, String written) {
        Secondary secondary =
                RedirectSettings.of(" " + rootUrl + " ", 2000, 10_000).secondary();
        assertEquals(host, secondary.host());
        assertEquals(port, secondary.port());
        assertEquals(written, secondary.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "images.example",
                "images.example:8080",
                "//images.example",
                "ftp://images.example",
                "file:///srv",
                "http://",
                "http:///is/image",
                "http://images.example/is/image",
                "http://images.example?a",
                "http://images.example#a",
                "http://user@images.example",
                "http://images.example:0",
                "http://images.example:70000",
                "http://images example",
                "http://a_b.example",
            })
    void unusableRootUrls(String rootUrl) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> RedirectSettings.of(rootUrl, 2000, 10_000));
        assertTrue(refused.getMessage().startsWith("errorRedirect.rootUrl: '" + rootUrl + "' is no root URL ("));
        assertTrue(refused.getMessage()
                .endsWith("allowed: http://host[:port] or https://host[:port], or empty for no redirect"));
    }

    @Test
    void emptyIsOff() {
        RedirectSettings settings = RedirectSettings.of(" ", 2000, 10_000);
        assertNull(settings.secondary());
        assertEquals("off (errorRedirect.rootUrl is empty)", settings.toString());
    }

    @Test
    void timeouts() {
        assertEquals(Duration.ofSeconds(30), RedirectSettings.of("", 2000, 100).totalTimeout());
        assertEquals(
                Duration.ofSeconds(40), RedirectSettings.of("", 2000, 10_000).totalTimeout());
        assertEquals(
                "errorRedirect.connectTimeout: 0; allowed: 1..600000 ms",
                assertThrows(IllegalArgumentException.class, () -> RedirectSettings.of("", 0, 1))
                        .getMessage());
        assertEquals(
                "errorRedirect.socketTimeout: 600001; allowed: 1..600000 ms",
                assertThrows(IllegalArgumentException.class, () -> RedirectSettings.of("", 1, 600_001))
                        .getMessage());
    }
}
