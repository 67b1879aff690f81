package dev.understudy.cache.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Reply;
import dev.understudy.settings.LogCapture;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeTest {

    private static final SourceKey OAK = new SourceKey(SourceKey.Kind.IMAGE, "shop", "oak.jpg", true);
    private static final SourceKey ELM = new SourceKey(SourceKey.Kind.IMAGE, "shop", "elm.jpg", true);

    @TempDir
    private Path folder;

    private CacheFixture fixture;

    @BeforeEach
    void newFixture() {
        fixture = new CacheFixture(folder);
        fixture.memory = CacheFixture.MEGABYTE;
    }

    @Test
    void whatIsChosenIsForgottenInMemoryAndOnDisk() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            keep(cache);
            assertEquals(2, cache.purge(reply -> reply.objects().contains("shop/oak")));
            assertEquals(List.of(false, false, true), kept(cache));
            assertEquals(1, FaultyDisk.files(folder));
            assertEquals(1, cache.figures().entries());
        }
    }

    @Test
    void soIsWhatEarlierRunsHaveLeft() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            keep(cache);
        }
        try (DiskReplyCache cache = fixture.open()) {
            assertEquals(1, cache.purge(reply -> reply.sources().contains(ELM)));
            assertEquals(List.of(true, false, true), kept(cache));
            assertEquals(2, cache.purge(reply -> true));
            assertEquals(0, FaultyDisk.files(folder));
            assertEquals(0, cache.figures().bytes());
        }
    }

    @Test
    void whatCannotBeReadIsForgottenToo() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            keep(cache);
            String key = Replies.key(1);
            Files.writeString(folder.resolve(key.substring(0, 2)).resolve(key), "damaged, but longer than its head");
            assertEquals(1, cache.purge(reply -> false));
            assertEquals(List.of(false, true, true), kept(cache));
        }
    }

    @Test
    void whatCannotBeReadAtTheMomentIsForgottenToo() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            keep(cache);
            fixture.disk.fault = FaultyDisk.Fault.UNREADABLE;
            assertEquals(3, cache.purge(reply -> reply.objects().contains("shop/oak")));
            fixture.disk.fault = FaultyDisk.Fault.NONE;
            assertEquals(List.of(false, false, false), kept(cache));
        }
    }

    /** The next run finds them again. */
    @Test
    void whatCannotBeDeletedIsTold() throws Exception {
        try (DiskReplyCache cache = fixture.open();
                LogCapture log = new LogCapture()) {
            keep(cache);
            fixture.disk.fault = FaultyDisk.Fault.READ_ONLY;
            assertEquals(0, cache.purge(reply -> reply.objects().contains("shop/oak")));
            assertEquals(List.of(false, false, true), kept(cache), "but are not served");
            String told = "2 replies that are to be forgotten cannot be deleted from " + folder
                    + ", and may be served again after a restart";
            assertEquals(
                    1, log.lines().stream().filter(line -> line.endsWith(told)).count(), log.lines()::toString);
        }
    }

    /** A server that takes over from another one may be told of a purge before it has the folder. */
    @Test
    void whatIsInAFolderThatIsTakenLaterIsForgottenToo() throws Exception {
        DiskReplyCache first = fixture.open();
        keep(first);
        try (DiskReplyCache second = fixture.open()) {
            assertEquals(0, second.purge(reply -> reply.objects().contains("shop/oak")));
            first.close();
            fixture.advance(Duration.ofSeconds(10));
            keep(second, 4, List.of("more words"));
            assertEquals(List.of(false, false, false), kept(second));
            assertEquals(1, FaultyDisk.files(folder));
            assertEquals(1, second.figures().entries());
        }
        try (DiskReplyCache third = fixture.open()) {
            assertEquals(1, third.figures().entries(), "once only");
        }
    }

    @Test
    void whatIsBeingMadeMeanwhileIsNotKept() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            Reply made = cache.fetch(Replies.key(1), cached -> true, () -> {
                cache.purge(reply -> true);
                return Replies.reply("begun before");
            });
            assertEquals("begun before", Replies.text(made));
            assertEquals(CacheUse.IGNORED, made.cacheUse());
            assertEquals(List.of(false, false, false), kept(cache));
        }
    }

    private static void keep(DiskReplyCache cache) throws Exception {
        keep(cache, 1, List.of("shop/oak"), OAK);
        keep(cache, 2, List.of("shop/elm", "shop/oak"), OAK, ELM);
        keep(cache, 3, List.of("words"));
    }

    private static void keep(DiskReplyCache cache, int number, List<String> objects, SourceKey... sources)
            throws Exception {
        List<Stamp> stamps =
                List.of(sources).stream().map(key -> new Stamp(key, 1, 2, "")).toList();
        cache.fetch(
                Replies.key(number),
                cached -> true,
                () -> Replies.reply("image " + number).withStamps(stamps).withObjects(objects));
    }

    private static List<Boolean> kept(DiskReplyCache cache) {
        return List.of(1, 2, 3).stream()
                .map(number -> cache.find(Replies.key(number), cached -> true) != null)
                .toList();
    }
}
