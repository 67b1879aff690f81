package dev.understudy.cache.cluster;

import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Replies to be shared, and their sources. */
public final class SampleReplies {

    public static final String KEY = "0123456789abcdef".repeat(4);

    private SampleReplies() {}

    public static SourceKey source(String path) {
        return new SourceKey(SourceKey.Kind.IMAGE, "shop", path, true);
    }

    /** A reply that may be shared. */
    public static Reply of(String text, Stamp... stamps) {
        return Reply.of("image/jpeg", text.getBytes(StandardCharsets.UTF_8))
                .withDigest("d41d8cd98f00b204e9800998ecf8427e")
                .withFreshness(Freshness.of(Duration.ofHours(1)))
                .withObjects(List.of("shop/oak"))
                .withStamps(Arrays.asList(stamps));
    }
}
