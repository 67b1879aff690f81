package dev.understudy.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.FailureKind;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreshnessTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aLifetimeIsNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> Freshness.of(Duration.ofSeconds(-1)));
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void errorsAreKeptAsLongAsTheCatalogSaysIfTheyLast(FailureKind kind) {
        assertEquals(Freshness.NO_STORE, Freshness.ofError(kind, errorsKept(Duration.ZERO)));
        Freshness expected = kind.mayBeKept() ? Freshness.of(MINUTE) : Freshness.NO_STORE;
        assertEquals(expected, Freshness.ofError(kind, errorsKept(MINUTE)));
    }

    private static Catalog errorsKept(Duration lifetime) {
        return (Catalog) Proxy.newProxyInstance(
                FreshnessTest.class.getClassLoader(), new Class<?>[] {Catalog.class}, (proxy, method, arguments) -> {
                    assertEquals(Attributes.ERROR_EXPIRATION, arguments[0]);
                    return lifetime;
                });
    }
}
