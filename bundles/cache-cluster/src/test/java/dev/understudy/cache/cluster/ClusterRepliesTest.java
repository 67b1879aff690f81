package dev.understudy.cache.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.cache.cluster.settings.ClusterHost;
import dev.understudy.cache.cluster.settings.ClusterSettings;
import dev.understudy.cache.cluster.settings.SourceCheck;
import dev.understudy.observe.CacheCluster.LookupFigures;
import dev.understudy.observe.CacheCluster.OfferFigures;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.ReplySelection.SelectedFile;
import dev.understudy.serve.Reply;
import dev.understudy.settings.Secret;
import dev.understudy.source.Stamp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterRepliesTest {

    private static final Duration QUERY = Duration.ofMillis(50);
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private final FakeMemory memory = new FakeMemory();
    private final List<Purge> purgedHere = new ArrayList<>();
    private FileTable filesHere;
    private FileTable filesThere;
    private ClusterReplies here;
    private ClusterReplies there;
    private Stamp stampHere;
    private Stamp stampThere;
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /** The clock of the breakers: it stands still, however long a busy machine takes. */
    private volatile long nanos;

    @BeforeEach
    void twoServers() {
        filesHere = new FileTable(folder.resolve("here"));
        filesThere = new FileTable(folder.resolve("there"));
        stampHere = filesHere.write("oak.jpg", "oak", 2000, "inode 2");
        stampThere = filesThere.write("oak.jpg", "oak", 1000, "inode 1");
        here = server(filesHere, purgedHere);
        there = server(filesThere, new ArrayList<>());
    }

    private ClusterReplies server(FileTable files, List<Purge> purged) {
        ClusterSettings settings = new ClusterSettings(
                List.of(new ClusterHost("10.0.0.1", 0)),
                QUERY,
                Duration.ofMillis(500),
                true,
                SourceCheck.CONTENT,
                MEGABYTE,
                5701,
                "",
                "test",
                new Secret(""));
        return new ClusterReplies(
                settings, MEGABYTE, memory, () -> files, purged::addAll, Runnable::run, () -> now, () -> nanos);
    }

    private void make(String text) {
        there.lookUp(SampleReplies.KEY).offer(SampleReplies.of(text, stampThere));
    }

    private LookupFigures lookups() {
        return here.figures().lookups();
    }

    @Test
    void whatOneHasMadeTheOtherHasWithStampsOfItsOwn() {
        assertNull(here.lookUp(SampleReplies.KEY).reply());
        assertNull(here.lookUp(SampleReplies.KEY).server());
        make("the image");
        Reply found = here.lookUp(SampleReplies.KEY).reply();
        assertNotNull(found);
        assertEquals(List.of(stampHere), found.stamps());
        assertEquals(now, here.lookUp(SampleReplies.KEY).made());
        assertEquals("10.0.0.2", here.lookUp(SampleReplies.KEY).server());
        assertEquals(SampleReplies.of("the image", stampHere).digest(), found.digest());
        assertEquals(new LookupFigures(3, 2, 0, 0, 0, 0, 0), lookups());
        assertEquals(new OfferFigures(1, 0, 0, 0), there.figures().offers());
    }

    @Test
    void anAddressIsToldWithoutItsPort() {
        assertEquals("2001:db8::1", new SharedMemory.MemoryServer("a", "2001:db8::1:5701", false).host());
    }

    @Test
    void aFileThatWasReplacedOnOneServerIsNeverShownAsItWas() {
        make("the image");
        filesHere.write("oak.jpg", "elm", 2000, "inode 2");
        assertNull(here.lookUp(SampleReplies.KEY).reply());
        assertEquals(1, lookups().otherSources());
        filesHere.delete("oak.jpg");
        assertNull(here.lookUp(SampleReplies.KEY).reply());
    }

    @Test
    void damageIsNotServed() {
        make("the image");
        memory.bodies.get(SampleReplies.KEY)[3]++;
        assertNull(here.lookUp(SampleReplies.KEY).reply());
        memory.heads.get(SampleReplies.KEY)[60]++;
        assertNull(here.lookUp(SampleReplies.KEY).reply());
        assertEquals(2, lookups().damaged());
    }

    @Test
    void aServerThatStandsStillCostsTwoWaitsAndThenOneASecond() {
        make("the image");
        memory.stopped = true;
        for (int i = 0; i < 100; i++) {
            assertNull(here.lookUp(SampleReplies.KEY).reply());
        }
        assertEquals(2, memory.asked - 1, "look-ups that were sent");
        assertEquals(2, lookups().timeouts());
        assertEquals(98, lookups().skipped());
        nanos += 999_999_999;
        here.lookUp(SampleReplies.KEY);
        assertEquals(2, lookups().timeouts());
        nanos++;
        for (int i = 0; i < 100; i++) {
            assertNull(here.lookUp(SampleReplies.KEY).reply());
        }
        assertEquals(3, lookups().timeouts(), "one a second");
        assertFalse(here.figures().servers().get(1).answering());
        assertTrue(here.figures().servers().get(0).answering());
    }

    @Test
    void aServerThatGoesOnIsAskedAgain() {
        make("the image");
        memory.stopped = true;
        here.lookUp(SampleReplies.KEY);
        here.lookUp(SampleReplies.KEY);
        memory.stopped = false;
        assertNull(here.lookUp(SampleReplies.KEY).reply());
        nanos += 1_000_000_000;
        assertNotNull(here.lookUp(SampleReplies.KEY).reply());
        assertTrue(here.figures().servers().get(1).answering());
    }

    @Test
    void whoIsCutOffWaitsForNobody() {
        memory.cutOff = true;
        assertNull(here.lookUp(SampleReplies.KEY).reply());
        assertEquals(new LookupFigures(0, 0, 0, 0, 0, 0, 0), lookups());
    }

    @Test
    void whatIsForSomeClientsIsNotShared() {
        Reply made = SampleReplies.of("the image", stampThere);
        there.lookUp(SampleReplies.KEY)
                .offer(made.withFreshness(made.freshness().forClientAlone()));
        assertTrue(memory.heads.isEmpty());
        there.lookUp(SampleReplies.KEY).offer(SampleReplies.of("x".repeat(MEGABYTE / 8), stampThere));
        assertTrue(memory.heads.isEmpty());
        assertEquals(2, there.figures().offers().unshared());
    }

    /** A source that is replaced while its image is made has not the digest of what was drawn. */
    @Test
    void whatWasMadeOfAFileThatHasGoneIsNotShared() {
        filesThere.write("oak.jpg", "elm", 1500, "inode 3");
        make("the image");
        assertTrue(memory.heads.isEmpty());
    }

    @Test
    void whenTooManyWaitToBeSharedTheNextAreNot() {
        make("the image");
        memory.stopped = true;
        for (int i = 0; i < 1000; i++) {
            make("another image");
        }
        OfferFigures offers = there.figures().offers();
        assertEquals(1, offers.stored());
        assertTrue(offers.dropped() > 800 && offers.dropped() < 1000, offers::toString);
    }

    @Test
    void aPurgeIsOneOfAllServers() {
        make("the image");
        assertEquals(1, there.forget(ReplySelection.of(Set.of("shop/oak"), Set.of())));
        assertNull(there.lookUp(SampleReplies.KEY).reply());
        here.exchangePurges();
        assertNull(here.lookUp(SampleReplies.KEY).reply());
        assertEquals(1, lookups().purged());
        assertEquals(1, purgedHere.size());
        assertTrue(purgedHere.get(0).madeBefore().isAfter(now));
        here.exchangePurges();
        assertEquals(1, purgedHere.size(), "a purge is one");
    }

    @Test
    void othersStayAndNewOnesCome() {
        make("the image");
        there.forget(ReplySelection.of(Set.of("shop/elm"), Set.of(new SelectedFile("shop", "elm"))));
        here.exchangePurges();
        assertNotNull(here.lookUp(SampleReplies.KEY).reply());
        there.forget(ReplySelection.ofCatalog("shop", "shop"));
        here.exchangePurges();
        assertNull(here.lookUp(SampleReplies.KEY).reply());
        now = now.plus(Duration.ofMinutes(2));
        make("the image");
        assertNotNull(here.lookUp(SampleReplies.KEY).reply());
    }

    /** What was purged while the servers could not reach one another is not there when they can. */
    @Test
    void aPurgeOutlastsAPartition() {
        make("the image");
        memory.cutOff = true;
        assertEquals(0, here.forget(ReplySelection.ALL));
        memory.cutOff = false;
        here.exchangePurges();
        there.exchangePurges();
        assertNull(there.lookUp(SampleReplies.KEY).reply());
        assertEquals(1, there.figures().lookups().purged());
    }

    /** A purge is for files whose states do not tell that they have been replaced: no digest of their earlier bytes is known after it. */
    @Test
    void afterAPurgeSourcesAreComparedByTheirBytesAnew() {
        make("the image");
        assertNotNull(here.lookUp(SampleReplies.KEY).reply());
        filesHere.write("oak.jpg", "elm", 2000, "inode 2");
        here.forget(ReplySelection.of(Set.of(), Set.of(new SelectedFile("shop", "oak.jpg"))));
        now = now.plus(Duration.ofMinutes(2));
        make("the image");
        assertNull(here.lookUp(SampleReplies.KEY).reply(), "it is of other bytes");
        filesHere.write("oak.jpg", "oak", 2000, "inode 2");
        there.forget(ReplySelection.ALL);
        here.exchangePurges();
        now = now.plus(Duration.ofMinutes(2));
        make("the image");
        assertNotNull(here.lookUp(SampleReplies.KEY).reply(), "another server has purged them");
    }

    @Test
    void aPurgeThatCannotBeReadIsOneOfEverything() {
        make("the image");
        memory.purges.put("of tomorrow", new byte[] {0, 0, 0, 9});
        here.exchangePurges();
        assertEquals(ReplySelection.ALL, purgedHere.get(0).which());
    }
}
