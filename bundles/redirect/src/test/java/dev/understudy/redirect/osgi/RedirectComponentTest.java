package dev.understudy.redirect.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.http.HttpHost;
import dev.understudy.observe.Secondaries;
import dev.understudy.settings.LogCapture;
import dev.understudy.settings.ServiceRecorder;
import dev.understudy.settings.SettingProblem;
import dev.understudy.settings.SettingsStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of the settings at run time. */
class RedirectComponentTest {

    private static final String ROOT_URL = "errorRedirect.rootUrl";

    private final ServiceRecorder services = new ServiceRecorder(Map.of());
    private final RedirectComponent component = component(Map.of(ROOT_URL, "http://b https://c"));
    private final LogCapture log = new LogCapture();

    @AfterEach
    void close() {
        log.close();
        component.close();
        assertEquals(List.of(), services.services(Object.class));
    }

    private RedirectComponent component(Map<String, Object> written) {
        return new RedirectComponent(services.context(), written);
    }

    private void modify(Map<String, Object> written) {
        component.modified(written);
    }

    private List<SettingProblem> problems() {
        return services.services(SettingsStatus.class).get(0).problems();
    }

    private List<String> servers() {
        return component.entries().stream()
                .map(Secondaries.SecondaryStatus::rootUrl)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "errorRedirect.rootUrl | images.example | allowed: root URLs http://host[:port] or https://host[:port], separated by spaces, or empty for no redirect",
                "errorRedirect.connectTimeout | 0 | allowed: milliseconds from 1 to 600000",
                "errorRedirect.connectTimeout | soon | 'soon' is not a valid value; allowed: milliseconds from 1 to 600000",
                "errorRedirect.socketTimeout | 600001 | allowed: milliseconds from 1 to 600000",
                "errorRedirect.socketTimeout | 1e3 | '1e3' is not a valid value; allowed: milliseconds from 1 to 600000",
                "errorRedirect.breaker.failures | -1 | allowed: an integer from 1 to 1000000",
                "errorRedirect.breaker.failures | 99999999999 | '99999999999' is not a valid value; allowed: an integer from 1 to 1000000",
                "errorRedirect.breaker.openMillis | 0 | allowed: milliseconds from 1 to 600000",
            })
    void anUnusableValueIsReportedAndChangesNothing(String name, String value, String allowed) {
        List<Secondaries.SecondaryStatus> all = component.entries();
        modify(name.equals(ROOT_URL) ? Map.of(name, value) : Map.of(ROOT_URL, "http://d", name, value));
        assertEquals(all, component.entries());
        assertEquals(List.of("http://b", "https://c"), servers());
        assertEquals(1, log.troubles().size(), log.troubles()::toString);
        String line = log.troubles().get(0);
        assertTrue(line.startsWith("ERROR dev.understudy.startup - dev.understudy.redirect: " + name), line);
        assertTrue(line.endsWith(allowed + "; the settings before stay in use"), line);
        assertEquals(name, problems().get(0).setting());
    }

    @Test
    void aCorrectedValueIsApplied() {
        modify(Map.of(ROOT_URL, "images.example"));
        modify(Map.of(ROOT_URL, "http://d", "errorRedirect.socketTimeout", 1500L));
        assertEquals(List.of("http://d"), servers());
        assertEquals(List.of(), problems());
        assertEquals(1500, component.entries().get(0).socketTimeout().toMillis());
        assertTrue(component.forAllCatalogs());
        modify(Map.of(ROOT_URL, ""));
        assertEquals(List.of(), servers());
        assertFalse(component.forAllCatalogs());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8080,   true",
        "127.0.0.1, http://localhost:8080,   true",
        "127.0.0.1, http://127.0.0.1:8081,   false",
        "127.0.0.1, https://127.0.0.1:8443,  true",
        "127.0.0.1, http://127.0.0.2:8080,   false",
        "127.0.0.1, http://10.1.2.3:8080,    false",
        "0.0.0.0,   http://127.0.0.1:8080,   true",
        "0.0.0.0,   http://[::1]:8080,       true",
        "'',        http://localhost:8080,   true",
        "'',        http://198.51.100.7:8080, false",
        "'',        http://images.example:8080, false",
        "'',        http://b http://127.0.0.1:8080, true",
    })
    void theServerItselfIsNoSecondary(String host, String rootUrls, boolean own) {
        HttpHost here = new HttpHost() {
            @Override
            public String host() {
                return host;
            }

            @Override
            public int port() {
                return 8080;
            }

            @Override
            public int tlsPort() {
                return 8443;
            }
        };
        component.setHost(here);
        modify(Map.of(ROOT_URL, rootUrls));
        assertEquals(own ? 1 : 0, problems().size(), problems()::toString);
        assertEquals(own ? List.of("http://b", "https://c") : List.of(rootUrls.split(" ")), servers());
        component.unsetHost(here);
        modify(Map.of(ROOT_URL, rootUrls));
        assertEquals(List.of(), problems());
        component.setHost(here);
        assertEquals(own ? 1 : 0, problems().size(), problems()::toString);
        if (own) {
            String line = problems().get(0).message();
            assertTrue(line.contains("(it is the address of this server itself); allowed: root URLs"), line);
        }
    }

    @Test
    void anUnusableValueAtTheStartSwitchesTheRedirectOff() {
        ServiceRecorder others = new ServiceRecorder(Map.of());
        RedirectComponent fresh = new RedirectComponent(others.context(), Map.of(ROOT_URL, "images.example"));
        assertEquals(List.of(), fresh.entries());
        assertTrue(
                others.services(SettingsStatus.class).get(0).problems().get(0).isUnusable());
        assertTrue(log.troubles()
                .get(0)
                .contains(" errorRedirect.rootUrl (UNDERSTUDY_SECONDARY): 'images.example' is not a valid"));
        fresh.close();
    }
}
