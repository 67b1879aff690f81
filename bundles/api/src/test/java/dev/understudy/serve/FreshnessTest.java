package dev.understudy.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.FailureKind;
import java.time.Duration;
import java.util.Map;
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

    @Test
    void errorsOfGuardedCatalogsAreNotForSharedCaches() {
        Catalog office = AttributesOnly.of(Map.of(
                Attributes.ERROR_EXPIRATION,
                MINUTE,
                Attributes.CLIENT_ADDRESS_FILTER,
                AddressFilter.parse("10.0.0.0/8")));
        assertFalse(Freshness.ofError(FailureKind.SOURCE_MISSING, office).shareable());
        assertEquals(Freshness.NO_STORE, Freshness.ofError(FailureKind.REQUEST_REFUSED, office));
    }

    @Test
    void answersOfGuardedCatalogsAreNotForSharedCaches() {
        Freshness hour = Freshness.of(Duration.ofHours(1));
        assertEquals(hour, hour.guardedBy(AttributesOnly.of(Map.of(Attributes.REQUEST_LOCK, true))));
        Freshness own = hour.guardedBy(
                AttributesOnly.of(Map.of(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("203.0.113.0/24"))));
        assertTrue(own.storable());
        assertFalse(own.shareable());
        assertEquals(own, own.guardedBy(AttributesOnly.of(Map.of())));
    }

    private static Catalog errorsKept(Duration lifetime) {
        return AttributesOnly.of(Map.of(Attributes.ERROR_EXPIRATION, lifetime));
    }
}
