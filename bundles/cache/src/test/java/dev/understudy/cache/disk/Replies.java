package dev.understudy.cache.disk;

import dev.understudy.serve.Body;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Keys and replies to be kept. */
final class Replies {

    private Replies() {}

    static String key(int number) {
        return String.format("%08x", number * 0x9E3779B1) + String.format("%056x", number);
    }

    static Reply reply(String text) {
        return reply(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply reply(byte[] bytes) {
        SourceKey source = new SourceKey(SourceKey.Kind.IMAGE, "größe", "a/\uD800.jpg", true);
        return Reply.of("image/jpeg", bytes)
                .withDigest("d41d8cd98f00b204e9800998ecf8427e")
                .withFreshness(Freshness.of(Duration.ofHours(10)))
                .withStamps(List.of(new Stamp(source, 1234, 5678, "inode")));
    }

    static byte[] bytes(Reply reply) {
        return ((Body.Bytes) reply.body()).bytes();
    }

    static String text(Reply reply) {
        return new String(bytes(reply), StandardCharsets.UTF_8);
    }
}
