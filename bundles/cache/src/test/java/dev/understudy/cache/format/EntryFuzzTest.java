package dev.understudy.cache.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache.CachedReply;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries that another version, or somebody else, has written: each is refused, or read as it is written again. */
class EntryFuzzTest {

    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final byte[] BODY = {1, 2, 3};
    /** The lengths and sums before a header, and the sum behind it. */
    private static final int FIXED = EntryFormat.START;

    static Stream<Arguments> headers() {
        SourceKey source = new SourceKey(SourceKey.Kind.IMAGE, "shop", "a/b.jpg", true);
        Reply reply = Reply.of("image/jpeg", BODY)
                .withDigest("d41d8cd98f00b204e9800998ecf8427e")
                .withFreshness(Freshness.of(Duration.ofHours(10)))
                .withObjects(List.of("shop/oak"))
                .withStamps(List.of(new Stamp(source, 1234, 5678, "inode")));
        byte[] head = EntryFormat.head(KEY, new CachedReply(reply, Instant.ofEpochSecond(1_700_000_000)), BODY);
        byte[] plain = EntryFormat.head(KEY, new CachedReply(Reply.of("text/plain", BODY), Instant.EPOCH), BODY);
        return Stream.of(head, plain)
                .map(each -> Arrays.copyOfRange(each, FIXED, each.length - Integer.BYTES))
                .map(Arguments::of);
    }

    @MethodSource("headers")
    @FuzzTest
    void header(byte[] header) {
        byte[] file = sealed(header);
        try {
            CachedReply read = EntryFormat.read(KEY, file);
            byte[] again = EntryFormat.head(KEY, read, BODY);
            assertArrayEquals(again, EntryFormat.head(KEY, EntryFormat.read(KEY, whole(again)), BODY));
        } catch (CorruptEntryException e) {
            assertFalse(e.getMessage().isBlank());
        }
    }

    /** A file with such a header whose lengths and sums are right. */
    private static byte[] sealed(byte[] header) {
        byte[] sound = EntryFormat.head(KEY, new CachedReply(Reply.of("text/plain", BODY), Instant.EPOCH), BODY);
        ByteBuffer file = ByteBuffer.allocate(FIXED + header.length + Integer.BYTES + BODY.length);
        file.put(sound, 0, FIXED)
                .putInt(Integer.BYTES + Short.BYTES, header.length)
                .put(header);
        CRC32C sum = new CRC32C();
        sum.update(file.array(), 0, file.position());
        return file.putInt((int) sum.getValue()).put(BODY).array();
    }

    private static byte[] whole(byte[] head) {
        return ByteBuffer.allocate(head.length + BODY.length)
                .put(head)
                .put(BODY)
                .array();
    }
}
