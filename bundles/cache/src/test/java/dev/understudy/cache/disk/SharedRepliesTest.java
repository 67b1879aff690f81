package dev.understudy.cache.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.understudy.failure.ServeException;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache.CachedReply;
import dev.understudy.serve.SharedReplies;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other servers have made, behind the folders. */
class SharedRepliesTest {

    @TempDir
    Path folder;

    private final Others others = new Others();
    private DiskReplyCache cache;

    @BeforeEach
    void open() {
        cache = new CacheFixture(folder).open();
        cache.use(others);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private static final class Others implements SharedReplies {

        private final Map<String, Reply> made = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private final List<String> offered = new ArrayList<>();
        private boolean updates = true;
        private @Nullable Instant begun;

        @Override
        public SharedLookup lookUp(String key) {
            asked.add(key);
            return new SharedLookup() {
                @Override
                public @Nullable Reply reply() {
                    return made.get(key);
                }

                @Override
                public @Nullable Instant made() {
                    return begun;
                }

                @Override
                public String server() {
                    return "10.0.0.2";
                }

                @Override
                public void offer(Reply reply) {
                    offered.add(Replies.text(reply));
                }
            };
        }

        @Override
        public boolean updatesLocalCache() {
            return updates;
        }
    }

    private Reply fetch(int number, String text) throws ServeException {
        return CacheFixture.fetch(cache, number, text);
    }

    @Test
    void whatAnotherServerHasMadeIsKeptHereToo() throws Exception {
        others.made.put(Replies.key(1), Replies.reply("theirs"));
        Reply reply = fetch(1, "mine");
        assertEquals(CacheUse.REMOTE_CREATED, reply.cacheUse());
        assertEquals("theirs", Replies.text(reply));
        assertEquals("10.0.0.2", reply.peer());
        assertEquals(CacheUse.REUSED, fetch(1, "mine").cacheUse());
        assertNull(fetch(1, "mine").peer(), "nobody else has given it this time");
        assertNull(fetch(2, "mine").peer());
        assertEquals(List.of(Replies.key(1), Replies.key(2)), others.asked);
        assertEquals(List.of("mine"), others.offered);
    }

    @Test
    void unlessItIsNotToBe() throws Exception {
        others.updates = false;
        others.made.put(Replies.key(1), Replies.reply("theirs"));
        assertEquals(CacheUse.REMOTE_CACHE, fetch(1, "mine").cacheUse());
        assertEquals("10.0.0.2", fetch(1, "mine").peer());
        assertNull(cache.find(Replies.key(1), cached -> true));
    }

    @Test
    void whatIsMadeIsOffered() throws Exception {
        assertEquals(CacheUse.CREATED, fetch(1, "mine").cacheUse());
        assertEquals(List.of("mine"), others.offered);
    }

    @Test
    void aReplyThatIsNotGoodHereIsMadeAnew() throws Exception {
        others.made.put(Replies.key(1), Replies.reply("theirs"));
        Reply reply = cache.fetch(
                Replies.key(1), cached -> !Replies.text(cached.reply()).equals("theirs"), () -> Replies.reply("mine"));
        assertEquals("mine", Replies.text(reply));
        assertEquals(List.of("mine"), others.offered);
    }

    @Test
    void inThePlaceOfAnEntryThatIsNotGoodAnyMore() throws Exception {
        fetch(1, "old");
        others.made.put(Replies.key(1), Replies.reply("theirs"));
        Reply reply = cache.fetch(
                Replies.key(1), cached -> Replies.text(cached.reply()).equals("theirs"), () -> Replies.reply("mine"));
        assertEquals(CacheUse.REMOTE_UPDATED, reply.cacheUse());
        assertEquals("theirs", Replies.text(fetch(1, "mine")));
    }

    @Test
    void whatWasBegunBeforeAPurgeIsNotOffered() throws Exception {
        cache.fetch(Replies.key(1), cached -> true, () -> {
            cache.purge(reply -> true);
            return Replies.reply("mine");
        });
        assertEquals(List.of(), others.offered);
    }

    @Test
    void whenTheOthersHaveGoneNobodyIsAsked() throws Exception {
        cache.unset(others);
        assertEquals(CacheUse.CREATED, fetch(1, "mine").cacheUse());
        assertEquals(List.of(), others.asked);
    }

    /** A server that was cut off hears of a purge after it has got what it means. */
    @Test
    void whatComesFromAnotherServerIsAsOldAsItIs() throws Exception {
        CacheFixture fixture = new CacheFixture(folder.resolve("timed"));
        Instant now = fixture.clock.instant();
        others.begun = now.minus(Duration.ofMinutes(10));
        others.made.put(Replies.key(1), Replies.reply("theirs"));
        try (DiskReplyCache timed = fixture.open()) {
            timed.use(others);
            assertEquals(
                    CacheUse.REMOTE_CREATED,
                    CacheFixture.fetch(timed, 1, "mine").cacheUse());
            CachedReply lastGood = timed.findLastGood(Replies.key(1));
            assertNotNull(lastGood);
            assertEquals(now, lastGood.validated(), "its sources have just been looked at");
            assertEquals(CacheUse.REUSED, CacheFixture.fetch(timed, 1, "mine").cacheUse());
        }
        try (DiskReplyCache timed = fixture.open()) {
            assertEquals(1, timed.purge((reply, made) -> made.isBefore(now.minus(Duration.ofMinutes(5)))));
        }
    }

    /** The time is that of the making: what came later is not meant. */
    @Test
    void aPurgeOfAnotherServerIsOfWhatWasThereThen() throws Exception {
        CacheFixture fixture = new CacheFixture(folder.resolve("timed"));
        try (DiskReplyCache timed = fixture.open()) {
            CacheFixture.fetch(timed, 1, "before");
            fixture.advance(Duration.ofMinutes(5));
            CacheFixture.fetch(timed, 2, "after");
            assertEquals(1, timed.purge((reply, made) -> made.isBefore(fixture.clock.instant())));
            assertEquals(CacheUse.REUSED, CacheFixture.fetch(timed, 2, "unused").cacheUse());
            assertEquals(CacheUse.CREATED, CacheFixture.fetch(timed, 1, "anew").cacheUse());
        }
    }
}
