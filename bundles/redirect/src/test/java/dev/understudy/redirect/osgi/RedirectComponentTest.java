package dev.understudy.redirect.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.observe.Secondaries;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of the settings at run time. */
class RedirectComponentTest {

    private static final String ROOT_URL = "errorRedirect.rootUrl";

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final RedirectComponent component = component(Map.of(ROOT_URL, "http://b https://c"));

    @BeforeEach
    void open() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        System.setErr(before);
        component.close();
    }

    private static RedirectComponent component(Map<String, Object> written) {
        return new RedirectComponent(configuration(written), written);
    }

    /** Returns a configuration as Declarative Services makes it: a value that cannot be converted throws when it is read. */
    private static RedirectConfiguration configuration(Map<String, Object> written) {
        return (RedirectConfiguration) Proxy.newProxyInstance(
                RedirectComponentTest.class.getClassLoader(),
                new Class<?>[] {RedirectConfiguration.class},
                (proxy, method, arguments) -> value(method, written));
    }

    private static Object value(Method setting, Map<String, Object> written) {
        Object value = written.get(setting.getName().replace('_', '.'));
        if (value == null) {
            return setting.getDefaultValue();
        }
        Class<?> type = setting.getReturnType();
        return type == long.class
                ? Long.valueOf(value.toString())
                : type == int.class ? Integer.valueOf(value.toString()) : value;
    }

    private void modify(Map<String, Object> written) {
        component.modified(configuration(written), written);
    }

    private List<String> servers() {
        return component.entries().stream()
                .map(Secondaries.SecondaryStatus::rootUrl)
                .toList();
    }

    private String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "errorRedirect.rootUrl | images.example | allowed: http://host[:port] or https://host[:port], or empty for no redirect",
                "errorRedirect.connectTimeout | 0 | allowed: 1..600000 ms",
                "errorRedirect.connectTimeout | soon | 'soon' is not allowed; allowed: a number",
                "errorRedirect.socketTimeout | 600001 | allowed: 1..600000 ms",
                "errorRedirect.socketTimeout | 1e3 | '1e3' is not allowed; allowed: a number",
                "errorRedirect.breaker.failures | -1 | allowed: 1..1000000",
                "errorRedirect.breaker.failures | 99999999999 | '99999999999' is not allowed; allowed: a number",
                "errorRedirect.breaker.openMillis | 0 | allowed: 1..600000 ms",
            })
    void anUnusableValueIsReportedAndChangesNothing(String name, String value, String allowed) {
        List<Secondaries.SecondaryStatus> all = component.entries();
        modify(name.equals(ROOT_URL) ? Map.of(name, value) : Map.of(ROOT_URL, "http://d", name, value));
        assertEquals(all, component.entries());
        assertEquals(List.of("http://b", "https://c"), servers());
        assertEquals(1, log().lines().count(), log());
        assertTrue(log().contains("ERROR dev.understudy.startup - dev.understudy.redirect: " + name + ": "), log());
        assertTrue(log().contains(allowed + "; what was set before goes on"), log());
    }

    @Test
    void aCorrectedValueIsApplied() {
        modify(Map.of(ROOT_URL, "images.example"));
        modify(Map.of(ROOT_URL, "http://d", "errorRedirect.socketTimeout", 1500L));
        assertEquals(List.of("http://d"), servers());
        assertEquals(1500, component.entries().get(0).socketTimeout().toMillis());
        assertTrue(component.forAllCatalogs());
        modify(Map.of(ROOT_URL, ""));
        assertEquals(List.of(), servers());
        assertFalse(component.forAllCatalogs());
    }

    @Test
    void anUnusableValueEndsTheActivation() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> component(Map.of(ROOT_URL, "images.example")));
        assertTrue(refused.getMessage().startsWith("errorRedirect.rootUrl: 'images.example' is no root URL"));
    }
}
