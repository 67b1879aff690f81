package dev.understudy.http.settings;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.settings.SettingTableContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpSettingsTest extends SettingTableContract<HttpSettings> {

    HttpSettingsTest() {
        super(
                HttpSettingTable.TABLE,
                HttpSettings::of,
                Map.ofEntries(
                        entry(HttpSettingTable.HOST, List.of("two words", "http://a/")),
                        entry(HttpSettingTable.SSL_PORT, List.of("https", "65536", "-1")),
                        entry(HttpSettingTable.KEYSTORE, List.of("a\0b")),
                        entry(HttpSettingTable.KEYSTORE_PASSWORD, List.of()),
                        entry(HttpSettingTable.KEYSTORE_TYPE, List.of("PEM", "")),
                        entry(HttpSettingTable.CERTIFICATES, List.of("a\0b")),
                        entry(HttpSettingTable.KEYS, List.of("a\0b")),
                        entry(HttpSettingTable.STRICT_TRANSPORT, List.of("yes", "31536000", "max-age=1\r\nX: y")),
                        entry(HttpSettingTable.PROXY_PROTOCOL, List.of("proxy.example", "10.0.0.0/33")),
                        entry(
                                HttpSettingTable.TRUSTED_PROXIES,
                                List.of("proxy.example", "10.0.0.1,proxy.example", "10.0.0.0/33")),
                        entry(HttpSettingTable.HEALTH_DETAIL, List.of("localhost", "10.0.0.0/33")),
                        entry(HttpSettingTable.LOG_DIRECTORY, List.of("a\0b")),
                        entry(HttpSettingTable.LOG_PREFIX, List.of("../access-")),
                        entry(HttpSettingTable.LOG_FORMAT, List.of("", "JSON", "text")),
                        entry(HttpSettingTable.LOG_PATTERN, List.of("%z", "%{Nothing}r", "%{CacheUse"))));
    }

    @Test
    void javasOwnKeyStoresGoByTheNameOfTheReferenceAndByThatOfKeytool() {
        for (String name : List.of("Java", "java", "JKS")) {
            assertEquals("JKS", storeType(name));
        }
        assertEquals("PKCS12", storeType("pkcs12"));
        assertNamed("keystoreType", "JCEKS", "`PKCS12`; `Java` or `JKS`, which are the same");
    }

    private static String storeType(String written) {
        return HttpSettingTable.TABLE
                .read(Map.of("keystoreType", written))
                .values()
                .get(HttpSettingTable.KEYSTORE_TYPE);
    }

    @Test
    void badSettingsOfTheAccessLogAreNamed() {
        assertNamed("log.maxDays", "0", "an integer from 1 to 36500");
        assertNamed("log.prefix", "../access-", "letters, digits, '.', '_' and '-'");
    }

    private static void assertNamed(String name, String value, String allowed) {
        assertEquals(
                "dev.understudy.http: " + name + ": '" + value + "' is not a valid value; allowed: " + allowed,
                HttpSettingTable.TABLE
                        .read(Map.of(name, value))
                        .problems()
                        .get(0)
                        .message());
    }

    @Test
    void theVariablesOfALogLineAreListed() {
        String message = HttpSettingTable.TABLE
                .read(Map.of("log.pattern", "%z"))
                .problems()
                .get(0)
                .message();
        assertTrue(message.contains("'%z' is not a valid value (there is no variable '%z' but "), message);
        assertTrue(message.contains("CacheUse"), message);
    }
}
