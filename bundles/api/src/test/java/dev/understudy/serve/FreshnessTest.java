package dev.understudy.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.FailureKind;
import dev.understudy.source.SourceLifetime;
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

    @Test
    void whatOneOfTwoKeepsFromOthersNoneOfThemGetsToKeep() {
        Freshness own = Freshness.of(MINUTE).forClientAlone();
        assertEquals(Freshness.of(Duration.ZERO).forClientAlone(), Freshness.shorter(own, Freshness.of(Duration.ZERO)));
        assertEquals(own, Freshness.shorter(Freshness.of(MINUTE.multipliedBy(2)), own));
    }

    @Test
    void nothingOutlivesItsSource() {
        Freshness minute = Freshness.of(MINUTE);
        assertEquals(Freshness.NO_STORE, minute.within(new SourceLifetime(false, MINUTE, false)));
        assertEquals(minute.forClientAlone(), minute.within(new SourceLifetime(true, MINUTE.multipliedBy(2), false)));
        assertEquals(
                Freshness.of(Duration.ofSeconds(5)),
                minute.within(new SourceLifetime(true, Duration.ofSeconds(5), true)));
        assertEquals(Freshness.NO_STORE, Freshness.NO_STORE.within(new SourceLifetime(true, MINUTE, true)));
    }

    private static Catalog errorsKept(Duration lifetime) {
        return AttributesOnly.of(Map.of(Attributes.ERROR_EXPIRATION, lifetime));
    }
}
