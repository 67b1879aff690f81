package dev.understudy.cache.cluster.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.cache.cluster.Purge;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.SourceWarming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    @Test
    void oneThatIsReplacedBeforeItsTurnLeavesThePurgesToTheNext() {
        List<Runnable> tasks = new ArrayList<>();
        LevelPurges later = new LevelPurges(tasks::add);
        WarmingStub next = new WarmingStub();
        later.purge(List.of(PURGE));
        later.use(levels);
        later.unset(levels);
        later.use(next);
        tasks.forEach(Runnable::run);
        assertEquals(0, levels.purged.size());
        assertEquals(1, next.purged.size());
    }

    /** Levels may have gone before the engine, so that nothing has been purged. */
    @Test
    void oneThatGoesWhileItPurgesLeavesThePurgesToTheNext() {
        WarmingStub next = new WarmingStub();
        levels.during = () -> purges.unset(levels);
        purges.use(levels);
        purges.purge(List.of(PURGE));
        purges.use(next);
        assertEquals(1, next.purged.size());
    }

    @Test
    void whatHasFailedIsTriedAgain() {
        levels.during = () -> {
            throw new IllegalStateException("of the test");
        };
        purges.purge(List.of(PURGE));
        purges.use(levels);
        purges.retry();
        levels.during = () -> {};
        purges.retry();
        purges.retry();
        assertEquals(3, levels.purged.size());
    }

    @Test
    void tooManyAreAPurgeOfEverything() {
        ReplySelection oak = ReplySelection.of(Set.of("shop/oak"), Set.of());
        for (int i = 0; i <= LevelPurges.MAX_DUE; i++) {
            purges.purge(List.of(new Purge("id" + i, Instant.EPOCH, oak)));
        }
        purges.use(levels);
        assertEquals(List.of(ReplySelection.ALL), List.copyOf(levels.purged.get(0)));
    }

    private static final class WarmingStub implements SourceWarming {

        private final List<Collection<ReplySelection>> purged = new ArrayList<>();
        private Runnable during = () -> {};

        @Override
        public WarmingFigures figures() {
            throw new AssertionError("not asked for");
        }

        @Override
        public int warm(Collection<CatalogRecord> records) {
            throw new AssertionError("not asked for");
        }

        @Override
        public int purge(Collection<ReplySelection> which) {
            purged.add(which);
            during.run();
            return 0;
        }
    }
}
