package dev.understudy.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertEquals(Freshness.NO_STORE, Freshness.ofError(kind, errorsKept(Duration.ZERO), Forwardable.YES));
        Freshness expected = kind.mayBeKept() ? Freshness.of(MINUTE) : Freshness.NO_STORE;
        assertEquals(expected, Freshness.ofError(kind, errorsKept(MINUTE), Forwardable.YES));
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void nobodyKeepsErrorsThatOthersWouldNotGet(FailureKind kind) {
        assertEquals(Freshness.NO_STORE, Freshness.ofError(kind, errorsKept(MINUTE), Forwardable.BARRED));
    }

    @Test
    void barredWhereThereIsNoSecondaryIsNoDifference() {
        assertEquals(
                Freshness.of(MINUTE),
                Freshness.ofError(FailureKind.SOURCE_MISSING, errorsKept(MINUTE), Forwardable.BARRED_PER_CATALOG));
    }

    @Test
    void theClientAloneKeepsItAsLong() {
        Freshness own = Freshness.of(MINUTE).forClientAlone();
        assertTrue(own.storable());
        assertFalse(own.shareable());
        assertEquals(MINUTE, own.maxAge());
        assertFalse(Freshness.NO_STORE.forClientAlone().storable());
    }

    @Test
    void theShorterOfTwoIsTheOneThatIsKeptForLessTime() {
        Freshness none = Freshness.of(Duration.ZERO);
        Freshness minute = Freshness.of(MINUTE);
        assertEquals(none, Freshness.shorter(minute, none));
        assertEquals(none, Freshness.shorter(none, minute));
        assertEquals(Freshness.NO_STORE, Freshness.shorter(none, Freshness.NO_STORE));
        assertEquals(Freshness.NO_STORE, Freshness.shorter(Freshness.NO_STORE, none));
    }

    private static Catalog errorsKept(Duration lifetime) {
        return AttributesOnly.of(Map.of(Attributes.ERROR_EXPIRATION, lifetime));
    }
}
