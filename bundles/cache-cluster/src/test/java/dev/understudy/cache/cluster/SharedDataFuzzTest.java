package dev.understudy.cache.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.cache.cluster.entry.SharedEntry;
import dev.understudy.cache.format.CorruptEntryException;
import dev.understudy.observe.ReplySelection;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What another server of a cluster may send: it is refused, or means what was sent. */
class SharedDataFuzzTest {

    private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);

    static Stream<Arguments> entries() {
        Stamp stamp = new Stamp(SampleReplies.source("oak.jpg"), 12, 34, "inode");
        Instant begun = Instant.ofEpochMilli(1_700_000_000_000L);
        return Stream.of(
                Arguments.of((Object) SharedEntry.write(
                        SampleReplies.KEY, begun, List.of("digest"), SampleReplies.of("body", stamp), BODY)),
                Arguments.of((Object) SharedEntry.write(
                        SampleReplies.KEY, begun, List.of("", ""), SampleReplies.of("body", stamp, stamp), BODY)));
    }

    static Stream<Arguments> purges() {
        Instant time = Instant.ofEpochMilli(1_700_000_000_000L);
        ReplySelection some = new ReplySelection(false, Set.of("shop/oak"), Set.of("shop"), Set.of("r"), Set.of());
        return Stream.of(Arguments.of((Object) new Purge("id", time, ReplySelection.ALL).write()), Arguments.of((Object)
                new Purge("id", time, some).write()));
    }

    @MethodSource("entries")
    @FuzzTest
    void entry(byte[] bytes) {
        try {
            SharedEntry entry = SharedEntry.read(SampleReplies.KEY, bytes);
            assertTrue(SharedEntry.isShareable(entry.described().reply()));
            assertEquals(
                    entry.described().reply().stamps().size(), entry.contents().size());
            assertNotNull(entry.origin());
            assertEquals(200, entry.with(SampleReplies.KEY, BODY).status());
        } catch (CorruptEntryException e) {
            assertFalse(e.getMessage().isBlank());
        }
    }

    @MethodSource("purges")
    @FuzzTest
    void purge(byte[] bytes) {
        try {
            Purge purge = Purge.read("id", bytes);
            assertEquals(purge, Purge.read("id", purge.write()));
            assertFalse(purge.notAfter(Instant.EPOCH).time().isAfter(Instant.EPOCH.plusSeconds(60)));
        } catch (IOException e) {
            assertNotNull(e);
        }
    }
}
