package dev.understudy.engine.quarantine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.catalog.Attributes;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Tolerance;
import dev.understudy.observe.Quarantine;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which sources get another chance when catalogs change. */
class CatalogChangesTest {

    private final FailedSources failed = new FailedSources(10, () -> FakeSource.WRITTEN.plusSeconds(3600));
    private final CatalogChanges changes = new CatalogChanges(failed);

    @BeforeEach
    void fail() {
        changes.see(TestCatalogs.sample());
        for (FakeSource source : Set.of(
                FakeSource.of("gallery", "broken.jpg"),
                FakeSource.of("shop", "drum.jpg"),
                FakeSource.of("", "logo.png"))) {
            assertThrows(
                    ServeException.class,
                    () -> failed.attempt(source, Tolerance.STRICT, DecodingStage.HEAD, () -> {
                        throw new ServeException(
                                new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "one", "cut short", null));
                    }));
        }
    }

    private Set<String> files() {
        return failed.entries().stream().map(Quarantine.QuarantinedSource::file).collect(Collectors.toSet());
    }

    @Test
    void aReloadThatChangesNothingForgetsNothing() {
        changes.see(TestCatalogs.sample());
        assertEquals(3, files().size());
    }

    @Test
    void theSourcesOfTheCatalogThatChangedAreForgotten() {
        TestCatalogs next = TestCatalogs.sample();
        next.tenant("gallery").modified(Instant.ofEpochSecond(1));
        changes.see(next);
        assertEquals(Set.of("shop/drum.jpg", "logo.png"), files());
    }

    @Test
    void aCatalogThatCameOrMovedForgetsWhatItHasAndWhatItHad() {
        TestCatalogs next = TestCatalogs.sample();
        next.tenant("gallery").modified(Instant.ofEpochSecond(1)).set(Attributes.ROOT_PATH, "elsewhere");
        next.tenant("boutique").set(Attributes.ROOT_PATH, "shop");
        changes.see(next);
        assertEquals(Set.of("logo.png"), files());
    }

    @Test
    void theDefaultCatalogConcernsAll() {
        TestCatalogs next = TestCatalogs.sample();
        next.defaults().modified(Instant.ofEpochSecond(1));
        changes.see(next);
        assertEquals(Set.of(), files());
    }
}
