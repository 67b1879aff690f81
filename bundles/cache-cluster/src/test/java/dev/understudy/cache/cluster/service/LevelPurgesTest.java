package dev.understudy.cache.cluster.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.cache.cluster.Purge;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.SourceWarming;
import dev.understudy.source.SourceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LevelPurgesTest {

    private static final Purge PURGE = new Purge("id", Instant.EPOCH, ReplySelection.ALL);

    private final LevelPurges purges = new LevelPurges(Runnable::run);
    private final WarmingStub levels = new WarmingStub();

    @Test
    void whatWasPurgedMeanwhileIsPurgedOnceTheyAreThere() {
        purges.purge(List.of(PURGE));
        purges.use(levels);
        assertEquals(1, levels.purged.size());
        purges.unset(levels);
        purges.use(levels);
        assertEquals(1, levels.purged.size());
    }

    @Test
    void thoseThatAreThereArePurgedAtOnce() {
        purges.use(levels);
        assertEquals(0, levels.purged.size());
        purges.purge(List.of(PURGE));
        assertEquals(1, levels.purged.size());
    }

    @Test
    void oneThatHasBeenReplacedIsLeftAlone() {
        WarmingStub later = new WarmingStub();
        purges.use(levels);
        purges.use(later);
        purges.unset(levels);
        purges.purge(List.of(PURGE));
        assertEquals(0, levels.purged.size());
        assertEquals(1, later.purged.size());
    }

    private static final class WarmingStub implements SourceWarming {

        private final List<Predicate<SourceKey>> purged = new ArrayList<>();

        @Override
        public WarmingFigures figures() {
            throw new AssertionError("not asked for");
        }

        @Override
        public int warm(Collection<CatalogRecord> records) {
            throw new AssertionError("not asked for");
        }

        @Override
        public int purge(Predicate<SourceKey> which) {
            purged.add(which);
            return 0;
        }
    }
}
