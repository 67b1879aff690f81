package dev.understudy.web.page;

import dev.understudy.serve.Freshness;
import dev.understudy.serve.Json;
import dev.understudy.serve.Md5;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** PageReplies of the kinds that the page gets. */
public final class PageReplies {

    private PageReplies() {}

    /** Returns a reply that clients keep, and ask for each time whether it is still the same: a new bundle has a new page. */
    public static Reply revalidated(String type, byte[] bytes) {
        return Reply.of(type, bytes).withFreshness(Freshness.of(Duration.ZERO)).withDigest(Md5.of(bytes));
    }

    /** Returns JSON that nobody keeps. */
    public static Reply json(Object value) {
        return Reply.of("application/json", (Json.of(value) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns a few words with a status. */
    public static Reply words(int status, String words) {
        return Reply.of("text/plain;charset=utf-8", words.getBytes(StandardCharsets.UTF_8))
                .withStatus(status);
    }
}
