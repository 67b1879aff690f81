package dev.understudy.redirect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Secondary;
import java.time.Duration;
import java.util.List;
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
        Secondary secondary = Secondary.listOf(" " + rootUrl + " ").get(0);
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
                "http://a_b.example",
            })
    void unusableRootUrls(String rootUrl) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> settings(rootUrl, 2000, 10_000));
        assertTrue(refused.getMessage().startsWith("errorRedirect.rootUrl: '" + rootUrl + "' is no root URL ("));
        assertTrue(refused.getMessage()
                .endsWith("allowed: http://host[:port] or https://host[:port], or empty for no redirect"));
    }

    @Test
    void emptyIsOff() {
        RedirectSettings settings = settings(" ", 2000, 10_000);
        assertEquals(List.of(), settings.secondaries());
        assertEquals("off (errorRedirect.rootUrl is empty)", settings.toString());
    }

    @Test
    void severalInTheirOrderEachOnce() {
        RedirectSettings settings = settings(" http://b  https://a/\thttp://b:80 ", 2000, 10_000);
        assertEquals(List.of(Secondary.of("http://b"), Secondary.of("https://a")), settings.secondaries());
        assertEquals(
                "to http://b, else https://a, connecting for 2000 ms and waiting for 10000 ms at most",
                settings.toString());
    }

    @Test
    void oneUnusableRootUrlIsNamed() {
        assertEquals(
                "errorRedirect.rootUrl: 'b' is no root URL (scheme or host is missing); allowed: http://host[:port] or"
                        + " https://host[:port], or empty for no redirect",
                refusal("http://a b", 1, 1, 1, 1));
    }

    @Test
    void timeouts() {
        assertEquals(Duration.ofSeconds(30), settings("", 2000, 100).timeouts().total());
        assertEquals(
                Duration.ofSeconds(40), settings("", 2000, 10_000).timeouts().total());
        assertEquals("errorRedirect.connectTimeout: 0; allowed: 1..600000 ms", refusal("", 0, 1, 1, 1));
        assertEquals("errorRedirect.socketTimeout: 600001; allowed: 1..600000 ms", refusal("", 1, 600_001, 1, 1));
    }

    @Test
    void breaker() {
        assertEquals("errorRedirect.breaker.failures: 0; allowed: 1..1000000", refusal("", 1, 1, 0, 1));
        assertEquals("errorRedirect.breaker.openMillis: 0; allowed: 1..600000 ms", refusal("", 1, 1, 1, 0));
    }

    private static RedirectSettings settings(String rootUrl, long connectTimeout, long socketTimeout) {
        return RedirectSettings.of(new RedirectSettings.Configured(rootUrl, connectTimeout, socketTimeout, 5, 10_000));
    }

    private static String refusal(String rootUrl, long connect, long socket, int failures, long open) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> RedirectSettings.of(
                                new RedirectSettings.Configured(rootUrl, connect, socket, failures, open)))
                .getMessage();
    }
}
