package dev.understudy.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.time.Duration;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers say of their time and of the cache, where a catalog wants it. */
class TimingHeadersTest {

    private static final class TimedImages extends ServingHandler {

        private final boolean timing;
        private final CacheUse use;

        TimedImages(boolean timing, CacheUse use) {
            super(new NoForwarding(), true, Mounts.IMAGE);
            this.timing = timing;
            this.use = use;
        }

        @Override
        protected Answer answer(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
            accessRecord.timing(timing);
            accessRecord.parseNanos(Duration.ofNanos(1_005_000).toNanos());
            accessRecord.fetchNanos(Duration.ofMillis(17).toNanos());
            Reply reply = Reply.of("image/jpeg", new byte[7]).withCacheUse(use);
            return path.equals("missing")
                    ? reply.withStatus(403).withStandIn(new StandIn(StandIn.Kind.TEXT, FailureKind.SOURCE_MISSING))
                    : reply;
        }
    }

    private static HttpTester.Response get(boolean timing, CacheUse use, String path) throws Exception {
        try (LocalServer server = LocalServer.of("/is/image", new TimedImages(timing, use))) {
            return server.get("/is/image/" + path);
        }
    }

    @Test
    void timesAreMilliseconds() throws Exception {
        HttpTester.Response answer = get(true, CacheUse.REUSED, "x");
        String times = answer.get("Server-Timing");
        assertTrue(times.matches("parse;dur=1\\.005, fetch;dur=17\\.000, total;dur=\\d+\\.\\d{3}"), times);
        assertEquals("*", answer.get("Timing-Allow-Origin"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REUSED | Understudy; hit",
                "VALIDATED | Understudy; hit",
                "CREATED | Understudy; fwd=uri-miss; stored",
                "UPDATED | Understudy; fwd=stale; stored",
                "IGNORED | Understudy; fwd=uri-miss",
                "REMOTE_CREATED | Understudy-Cluster; hit, Understudy; fwd=uri-miss; stored",
                "REMOTE_UPDATED | Understudy-Cluster; hit, Understudy; fwd=stale; stored",
                "REMOTE_CACHE | Understudy-Cluster; hit, Understudy; fwd=uri-miss",
                "UNDEFINED | Understudy; fwd=bypass",
            })
    void whatTheCacheDid(CacheUse use, String status) throws Exception {
        assertEquals(status, get(true, use, "x").get("Cache-Status"));
    }

    @Test
    void whatStandsInHasItsCode() throws Exception {
        assertEquals(
                "Understudy; fwd=bypass; detail=\"source.missing\"",
                get(true, CacheUse.UNDEFINED, "missing").get("Cache-Status"));
    }

    @Test
    void catalogsThatDoNotWantItSayNothing() throws Exception {
        HttpTester.Response answer = get(false, CacheUse.REUSED, "x");
        assertNull(answer.get("Server-Timing"));
        assertNull(answer.get("Cache-Status"));
        assertNull(answer.get("Timing-Allow-Origin"));
    }
}
