package dev.understudy.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.Written;
import dev.understudy.failure.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        assertEquals(Freshness.NO_STORE, Freshness.ofError(kind, new ErrorsKept(Duration.ZERO)));
        Freshness expected = kind.mayBeKept() ? Freshness.of(MINUTE) : Freshness.NO_STORE;
        assertEquals(expected, Freshness.ofError(kind, new ErrorsKept(MINUTE)));
    }

    private record ErrorsKept(Duration lifetime) implements Catalog {

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(Attribute<T> attribute) {
            return attribute.equals(Attributes.ERROR_EXPIRATION) ? (T) lifetime : attribute.fallback();
        }

        @Override
        public Optional<Written> written(Attribute<?> attribute) {
            return Optional.empty();
        }

        @Override
        public String rootId() {
            return "";
        }

        @Override
        public Optional<CatalogRecord> image(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<CatalogRecord> content(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<String> macro(String name) {
            return Optional.empty();
        }

        @Override
        public List<FontRecord> fonts() {
            return List.of();
        }

        @Override
        public Set<String> imageIds() {
            return Set.of();
        }

        @Override
        public Instant lastModified() {
            return Instant.EPOCH;
        }
    }
}
