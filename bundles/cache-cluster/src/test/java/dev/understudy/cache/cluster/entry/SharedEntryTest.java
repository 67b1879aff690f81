package dev.understudy.cache.cluster.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.cache.cluster.SampleReplies;
import dev.understudy.cache.format.CorruptEntryException;
import dev.understudy.failure.FailureKind;
import dev.understudy.serve.Body;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedEntryTest {

    private static final Stamp STAMP = new Stamp(SampleReplies.source("oak.jpg"), 1234, 5678, "inode");
    private static final Reply REPLY = SampleReplies.of("the image", STAMP);
    private static final byte[] BODY = ((Body.Bytes) REPLY.body()).bytes();
    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

    private final byte[] head = SharedEntry.write(SampleReplies.KEY, BEGUN, List.of("abc"), REPLY, BODY);

    @Test
    void whatWasWrittenIsRead() throws Exception {
        SharedEntry entry = SharedEntry.read(SampleReplies.KEY, head);
        assertEquals(BEGUN, entry.begun());
        assertEquals(List.of("abc"), entry.contents());
        assertEquals(List.of("shop/oak"), entry.origin().objects());
        Reply reply = entry.with(SampleReplies.KEY, BODY);
        assertEquals(List.of(STAMP), reply.stamps());
        assertEquals(REPLY.digest(), reply.digest());
        assertArrayEquals(BODY, ((Body.Bytes) reply.body()).bytes());
    }

    /** Whatever byte is another one: the head is refused, or the body is. */
    @Test
    void damageIsFound() throws Exception {
        for (int i = 0; i < head.length; i++) {
            byte[] damaged = head.clone();
            damaged[i] ^= 0x10;
            try {
                SharedEntry entry = SharedEntry.read(SampleReplies.KEY, damaged);
                // When it was made and the digests of the sources stand before what the checksum is of.
                boolean same = entry.begun().equals(BEGUN) && entry.contents().equals(List.of("abc"));
                if (same) {
                    assertThrows(CorruptEntryException.class, () -> entry.with(SampleReplies.KEY, BODY), "byte " + i);
                }
            } catch (CorruptEntryException e) {
                // found
            }
        }
    }

    @Test
    void anotherBodyIsRefused() throws Exception {
        SharedEntry entry = SharedEntry.read(SampleReplies.KEY, head);
        byte[] other = BODY.clone();
        other[2]++;
        assertThrows(CorruptEntryException.class, () -> entry.with(SampleReplies.KEY, other));
        assertThrows(CorruptEntryException.class, () -> entry.with(SampleReplies.KEY, new byte[0]));
    }

    @Test
    void theEntryOfAnotherKeyIsRefused() {
        String other = SampleReplies.KEY.replace('0', '1');
        assertThrows(CorruptEntryException.class, () -> SharedEntry.read(other, head));
    }

    @Test
    void cutHeadsAreRefused() {
        for (int length = 0; length < head.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(head, length);
            assertThrows(CorruptEntryException.class, () -> SharedEntry.read(SampleReplies.KEY, cut));
        }
    }

    /** Another member may send what this server would never have shared. */
    @Test
    void whatIsNotShareableIsRefused() {
        Reply page = Reply.of("Text/HTML;charset=utf-8", BODY)
                .withDigest("d41d8cd98f00b204e9800998ecf8427e")
                .withFreshness(REPLY.freshness())
                .withStamps(List.of(STAMP));
        for (Reply bad : List.of(page, REPLY.withStatus(404), REPLY.withFreshness(Freshness.NO_STORE))) {
            byte[] sent = SharedEntry.write(SampleReplies.KEY, BEGUN, List.of("abc"), bad, BODY);
            assertThrows(CorruptEntryException.class, () -> SharedEntry.read(SampleReplies.KEY, sent));
        }
    }

    @Test
    void whatIsNotForOthersIsNotShareable() {
        assertTrue(SharedEntry.isShareable(REPLY));
        assertFalse(SharedEntry.isShareable(
                REPLY.withStandIn(new StandIn(StandIn.Kind.STALE, FailureKind.SOURCE_MISSING))));
        assertFalse(SharedEntry.isShareable(REPLY.withFreshness(Freshness.NO_STORE)));
        assertFalse(
                SharedEntry.isShareable(REPLY.withFreshness(REPLY.freshness().forClientAlone())));
        assertFalse(SharedEntry.isShareable(REPLY.withStamps(List.of())));
        assertFalse(SharedEntry.isShareable(REPLY.withStamps(List.of(Stamp.absent(STAMP.key())))));
        SourceKey foreign = new SourceKey(SourceKey.Kind.FOREIGN, "", "https://cdn.example.com/a.jpg", false);
        assertFalse(SharedEntry.isShareable(REPLY.withStamps(List.of(new Stamp(foreign, 1, 2, "tag")))));
        assertFalse(SharedEntry.isShareable(REPLY.withStatus(404)));
        assertFalse(SharedEntry.isShareable(REPLY.withDigest(null)));
    }
}
