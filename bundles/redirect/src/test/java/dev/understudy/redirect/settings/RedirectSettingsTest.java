package dev.understudy.redirect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Secondary;
import dev.understudy.settings.SettingTableContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectSettingsTest extends SettingTableContract<RedirectSettings> {

    RedirectSettingsTest() {
        super(
                RedirectSettingTable.TABLE,
                RedirectSettings::of,
                Map.of(
                        RedirectSettingTable.SECONDARIES,
                        List.of("images.example", "http://a b", "http://me:secret@a", "http://a/path")));
    }

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
        String shown = rootUrl.replace("user@", "***@").replace("?a", "?***");
        String message = refusal(Map.of("errorRedirect.rootUrl", rootUrl));
        assertTrue(
                message.startsWith("errorRedirect.rootUrl (UNDERSTUDY_SECONDARY): '" + shown
                        + "' is not a valid value ('" + shown + "': "),
                message);
        assertTrue(
                message.endsWith(
                        "; allowed: root URLs http://host[:port] or https://host[:port], separated by spaces, or empty"
                                + " for no redirect"),
                message);
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
        String message = refusal(Map.of("errorRedirect.rootUrl", "http://a b"));
        assertTrue(message.contains("'http://a b' is not a valid value ('b': scheme or host is missing)"), message);
    }

    @Test
    void credentialsAreNotRepeated() {
        String message = refusal(Map.of("errorRedirect.rootUrl", "http://me:secret@a"));
        assertTrue(message.contains("'http://***@a' is not a valid value ('http://***@a': it has a user"), message);
    }

    @Test
    void timeouts() {
        assertEquals(Duration.ofMillis(5100), settings("", 2000, 100).timeouts().total());
        assertEquals(
                Duration.ofSeconds(20), settings("", 2000, 10_000).timeouts().total());
        assertRefused(
                "errorRedirect.connectTimeout (UNDERSTUDY_SECONDARY_CONNECT_TIMEOUT)",
                0,
                "milliseconds from 1 to 600000");
        assertRefused(
                "errorRedirect.socketTimeout (UNDERSTUDY_SECONDARY_SOCKET_TIMEOUT)",
                600_001,
                "milliseconds from 1 to 600000");
    }

    @Test
    void breaker() {
        assertRefused("errorRedirect.breaker.failures", 0, "an integer from 1 to 1000000");
        assertRefused("errorRedirect.breaker.openMillis", 0, "milliseconds from 1 to 600000");
    }

    private static void assertRefused(String title, long value, String allowed) {
        assertEquals(
                title + ": '" + value + "' is not a valid value; allowed: " + allowed,
                refusal(Map.of(title.split(" ")[0], value)));
    }

    private static RedirectSettings settings(String rootUrl, long connectTimeout, long socketTimeout) {
        return TestSettings.of(rootUrl, connectTimeout, socketTimeout, 5, 10_000);
    }

    private static String refusal(Map<String, Object> written) {
        String message =
                RedirectSettingTable.TABLE.read(written).problems().get(0).message();
        return message.substring(message.indexOf(": ") + 2);
    }
}
