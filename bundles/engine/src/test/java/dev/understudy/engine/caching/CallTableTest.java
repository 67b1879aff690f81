package dev.understudy.engine.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.understudy.catalog.Catalogs;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.AcceptedTypes;
import dev.understudy.serve.Call;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.ConnectionQuality;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.NegotiatedHeader;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Which calls are known, and by which clients; and which answers can be given again. */
class CallTableTest {

    private static final ClientHints POOR = new ClientHints(AcceptedTypes.UNSAID, 0, ConnectionQuality.POOR);
    private static final Reply IMAGE =
            Reply.of("image/test", new byte[3]).withDigest("d").withCacheUse(CacheUse.CREATED);

    private final TestCatalogs catalogs = TestCatalogs.sample();
    private final CallTable<RepeatableAnswer> answers = new CallTable<>(1 << 16);

    private Call call(String path, String query) {
        return call(path, query, catalogs, ClientHints.NONE);
    }

    private static Call call(String path, String query, Catalogs catalogs, ClientHints hints) {
        AccessRecord accessRecord = new AccessRecord();
        accessRecord.cacheKey("key of " + path);
        return new Call(
                path,
                query,
                InetAddress.getLoopbackAddress(),
                Instant.MAX,
                Forwardable.NO,
                catalogs,
                accessRecord,
                false,
                hints,
                false);
    }

    private RepeatableAnswer answer(Call call, Reply reply) {
        return RepeatableAnswer.of(call, catalogs.defaultCatalog(), reply, null);
    }

    private void remember(Call call, Reply reply) {
        RepeatableAnswer answer = answer(call, reply);
        assertNotNull(answer);
        answers.put(call, !reply.varying().isEmpty(), answer);
    }

    private String found(Call call) {
        RepeatableAnswer answer = answers.find(call);
        return answer == null ? null : answer.key();
    }

    @Test
    void theSameTargetIsKnown() {
        remember(call("a", "wid=1"), IMAGE);
        remember(call("b", null), IMAGE);
        assertEquals("key of a", found(call("a", "wid=1")));
        assertEquals("key of b", found(call("b", null)));
        assertNull(found(call("a", null)));
        assertNull(found(call("a", "wid=2")));
        assertNull(found(call("b", "")));
    }

    @Test
    void otherCatalogsHaveOtherAnswers() {
        remember(call("a", null), IMAGE);
        TestCatalogs reloaded = TestCatalogs.sample();
        assertNull(found(call("a", null, reloaded, ClientHints.NONE)));
        remember(call("b", null, reloaded, ClientHints.NONE), IMAGE);
        assertNull(found(call("a", null)), "nothing of the catalogs before is kept");
    }

    @Test
    void hintsMatterWhereTheAnswerVaries() {
        remember(call("same", null), IMAGE);
        assertEquals("key of same", found(call("same", null, catalogs, POOR)));
        Reply varying = IMAGE.alsoVaryingBy(Set.of(NegotiatedHeader.SAVE_DATA));
        remember(call("other", null), varying);
        assertNull(found(call("other", null, catalogs, POOR)));
        remember(call("other", null, catalogs, POOR), varying);
        assertEquals("key of other", found(call("other", null)));
        assertEquals("key of other", found(call("other", null, catalogs, POOR)));
    }

    @Test
    void longTargetsAreForgotten() {
        Call longest = call("a", "x".repeat(1023));
        remember(longest, IMAGE);
        assertEquals("key of a", found(longest));
        Call longer = call("a", "x".repeat(1024));
        remember(longer, IMAGE);
        assertNull(found(longer));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"UNDEFINED", "IGNORED"})
    void whatTheCacheHasNotIsNotRemembered(CacheUse use) {
        assertNull(answer(call("a", null), IMAGE.withCacheUse(use)));
    }

    @Test
    void anotherImageIsAnotherAnswer() {
        RepeatableAnswer answer = answer(call("a", null), IMAGE);
        assertEquals(IMAGE.withCacheUse(CacheUse.REUSED), answer.with(IMAGE.withCacheUse(CacheUse.REUSED)));
        assertNull(answer.with(IMAGE.withDigest("e")));
    }
}
