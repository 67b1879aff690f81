package dev.understudy.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Secondary;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardableTest {

    @ParameterizedTest
    @CsvSource({
        "NO,,                             false",
        "NO,                 http://b,    false",
        "NO,                 '',          false",
        "PER_CATALOG,,             false",
        "PER_CATALOG, '',          false",
        "PER_CATALOG, http://b,    true",
        "YES,,                            true",
        "YES,                '',          false",
        "YES,                http://b,    true",
        "BARRED,             http://b,    false",
        "BARRED_PER_CATALOG, http://b,    false",
    })
    void theCatalogHasAWordInItAndTheRequestTheLast(Forwardable request, String rootUrls, boolean forwardable) {
        assertEquals(forwardable, request.within(catalog(Optional.ofNullable(rootUrls))));
    }

    @ParameterizedTest
    @CsvSource({
        "NO,                 http://b, false",
        "PER_CATALOG,        http://b, false",
        "YES,                http://b, false",
        "BARRED,,                      true",
        "BARRED,             '',       false",
        "BARRED,             http://b, true",
        "BARRED_PER_CATALOG,,          false",
        "BARRED_PER_CATALOG, '',       false",
        "BARRED_PER_CATALOG, http://b, true",
    })
    void aMarkMakesADifferenceWhereThereIsASecondary(Forwardable request, String rootUrls, boolean barred) {
        assertEquals(barred, request.barredWithin(catalog(Optional.ofNullable(rootUrls))));
    }

    @ParameterizedTest
    @CsvSource({"NO, NO", "PER_CATALOG, BARRED_PER_CATALOG", "YES, BARRED", "BARRED, BARRED"})
    void aMarkTakesNothingElseAway(Forwardable before, Forwardable after) {
        assertEquals(after, before.barred());
    }

    @Test
    void whatACatalogDoesNotSayIsLeftToTheServer() {
        assertEquals(RedirectTarget.OF_THE_SERVER, RedirectTarget.of(catalog(Optional.empty())));
        assertEquals(
                new RedirectTarget(
                        Optional.of(List.of(Secondary.of("http://b"), Secondary.of("http://c"))),
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(3))),
                RedirectTarget.of(catalog(Optional.of("http://b http://c"))));
    }

    /** With a socket timeout of its own if it has servers of its own. */
    private static Catalog catalog(Optional<String> rootUrls) {
        return (Catalog) Proxy.newProxyInstance(
                ForwardableTest.class.getClassLoader(), new Class<?>[] {Catalog.class}, (proxy, method, arguments) -> {
                    Attribute<?> attribute = (Attribute<?>) arguments[0];
                    if (attribute == Attributes.ERROR_REDIRECT_ROOT_URL) {
                        return rootUrls.map(Secondary::listOf);
                    }
                    return attribute == Attributes.ERROR_REDIRECT_SOCKET_TIMEOUT
                            ? rootUrls.map(url -> Duration.ofSeconds(3))
                            : attribute.fallback();
                });
    }
}
