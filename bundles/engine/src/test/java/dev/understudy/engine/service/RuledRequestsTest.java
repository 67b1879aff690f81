package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.IpAddresses;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.catalog.RuleSet;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests for images after the preprocessing rules of their catalogs. */
class RuledRequestsTest {

    private static final String OFFICE = "10.1.2.3";
    private static final String HOME = "203.0.113.9";

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog shop = catalogs.tenant("shop").record("a", "a").set(Attributes.ALLOW_EXPLAIN, true);
    private final KeptReplies cache = new KeptReplies();
    private AccessRecord accessRecord = new AccessRecord();
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        catalogs.tenant("other").record("b", "b");
        TestImages images = new TestImages(Files.write(folder.resolve("image"), new byte[100])).without("unknown");
        engine = EngineSetup.engine(2, 10, images, cache, new FailedSources(10, InstantSource.system()));
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Reply ask(String target, String client) {
        accessRecord = new AccessRecord();
        return assertInstanceOf(Reply.class, engine.serve(call(target, client)));
    }

    private Reply ask(String target) {
        return ask(target, HOME);
    }

    private Call call(String target, String client) {
        String[] parts = target.split("\\?", 2);
        return new Call(
                parts[0],
                parts.length > 1 ? parts[1] : null,
                IpAddresses.parse(client),
                Instant.now().plusSeconds(60),
                Forwardable.NO,
                catalogs,
                accessRecord,
                false);
    }

    private String key(String target) {
        ask(target);
        return String.valueOf(accessRecord.cacheKey());
    }

    private static void assertRefused(Reply reply) {
        StandIn standIn = reply.standIn();
        assertTrue(standIn != null && standIn.cause().code().equals("request.refused"), reply::toString);
        assertFalse(reply.freshness().storable() && reply.freshness().shareable());
    }

    @Test
    void aRuledRequestIsTheRequestThatItBecomes() {
        shop.ruled("<rule><expression>_hg$</expression><substitution>\\?wid=20</substitution></rule>");
        assertEquals(key("shop/a?wid=20"), key("shop/a_hg"));
        assertEquals("shop/a?wid=20", accessRecord.transformedTarget());
        assertEquals("shop", accessRecord.rootId());
        ask("shop/a");
        assertNull(accessRecord.transformedTarget());
    }

    @Test
    void rulesOfTheDefaultCatalogAreForRequestsWithoutACatalog() {
        catalogs.defaults().ruled("<rule><expression>^</expression><substitution>shop/</substitution></rule>");
        assertEquals(key("shop/a?wid=20"), key("a?wid=20"));
        assertEquals("shop/a?wid=20", accessRecord.transformedTarget());
        ask("other/b");
        assertNull(accessRecord.transformedTarget());
    }

    @Test
    void aPathMayLeadToAnotherCatalogWhichGuardsItself() {
        shop.ruled("<rule RequestLock='0'><expression>^shop/b</expression><substitution>other/b</substitution></rule>");
        assertEquals(key("other/b?wid=20"), key("shop/b?wid=20"));
        assertEquals("other", accessRecord.rootId());
        catalogs.tenant("other").set(Attributes.REQUEST_LOCK, true);
        assertRefused(ask("shop/b?wid=20&.v=2"));
    }

    @Test
    void locksAndObfuscationAreAsTheRuleSays() {
        shop.set(Attributes.REQUEST_LOCK, true);
        shop.ruled(
                "<rule RequestLock='0'><expression>[?]wid=20$</expression></rule>",
                "<rule RequestObfuscation='1' RequestLock='0'><expression>[?]d2lkPTIw$</expression></rule>");
        assertNull(ask("shop/a?wid=20").standIn());
        assertRefused(ask("shop/a?wid=30"));
        assertEquals(key("shop/a?wid=20"), key("shop/a?d2lkPTIw"));
    }

    @Test
    void aWatermarkOrALifetimeIsThatOfTheRule() {
        String plain = key("shop/a?wid=20");
        assertEquals(Duration.ofHours(10), ask("shop/a?wid=20").freshness().maxAge());
        shop.set(Attributes.WATERMARK, "a");
        String marked = key("shop/a?wid=20&.v=2");
        assertFalse(marked.equals(plain));
        shop.ruled("<rule WaterMark='' Expiration='2'><expression>[?]</expression></rule>");
        assertEquals(plain, key("shop/a?wid=20&.v=3"));
        assertEquals(Duration.ofHours(2), ask("shop/a?wid=20&.v=3").freshness().maxAge());
        assertEquals(Duration.ofHours(10), ask("shop/a").freshness().maxAge());
    }

    @Test
    void theLargestSizeIsThatOfTheRule() {
        shop.ruled("<rule MaxPix='10,10'><expression>shop/a</expression></rule>");
        assertEquals("size.limit", EngineSetup.text(ask("shop/a?wid=20&hei=20")));
        assertNull(ask("shop/a?wid=5&hei=5").standIn());
    }

    @Test
    void clientsThatAFilterLetsInGetAnswersThatNobodyElseKeeps() {
        shop.ruled("<rule><expression>wid=20</expression><addressfilter>10.0.0.0/8</addressfilter></rule>");
        for (int i = 0; i < 3; i++) {
            Reply reply = ask("shop/a?wid=20", OFFICE);
            assertNull(reply.standIn());
            assertFalse(reply.freshness().shareable());
            assertNull(engine.serveAtOnce(call("shop/a?wid=20", OFFICE)));
            assertNull(engine.serveAtOnce(call("shop/a?wid=20", HOME)));
            assertRefused(ask("shop/a?wid=20", HOME));
        }
        assertTrue(ask("shop/a?wid=30", HOME).freshness().shareable());
        assertTrue(engine.serveAtOnce(call("shop/a?wid=30", HOME)) != null);
    }

    @Test
    void nestedRequestsAreRuledToo() {
        shop.ruled(
                "<rule OnMatch='error'><expression>op_blur</expression></rule>",
                "<rule><expression>_hg$</expression><substitution>\\?wid=20</substitution></rule>");
        assertEquals(key("other/b?src=is{shop/a?wid=20}"), key("other/b?src=is{shop/a_hg}"));
        assertRefused(ask("other/b?src=is{shop/a?op_blur=4}"));
        shop.ruled("<rule><addressfilter>10.0.0.0/8</addressfilter></rule>");
        assertRefused(ask("other/b?src=is{shop/a}"));
        assertFalse(ask("other/b?src=is{shop/a}", OFFICE).freshness().shareable());
    }

    @Test
    void anEndlessNestingEnds() {
        shop.ruled(
                "<rule><expression>^(shop/a)$</expression><substitution>$1?layer=1&amp;src=is($1)</substitution></rule>");
        assertTrue(ask("shop/a").standIn() != null);
    }

    @Test
    void headersAreThoseOfAnswersAsTheyWereAskedFor() {
        shop.ruled("<rule><header Name='X-Shop'>$v$</header></rule>");
        List<RuleHeader> expected = List.of(new RuleHeader("X-Shop", "one", false));
        assertEquals(expected, ask("shop/a?$v=one").headers());
        assertEquals(expected, ask("shop/a?$v=one").headers());
        assertEquals(expected, ask("shop/a?$v=one&req=exists").headers());
        assertEquals(List.of(), ask("shop/unknown?$v=one").headers());
        assertRefused(ask("shop/a?$v=o%0dne"));
    }

    @Test
    void aClosedCatalogIsClosedByWhicheverWay() {
        shop.rules(RuleSet.CLOSED);
        assertRefused(ask("shop/a"));
        assertRefused(ask("other/b?src=/shop/a"));
        assertRefused(ask("other/b?src=is{shop/a}"));
        assertNull(ask("other/b").standIn());
    }

    @Test
    void whatRulesDidIsExplained() {
        shop.ruled(
                "<rule Name='big' Expiration='2'><expression>_hg</expression><substitution>?wid=20&amp;</substitution>"
                        + "<header Name='X-A'>b</header></rule>");
        String told = EngineSetup.text(ask("shop/a_hg?req=explain"));
        assertFalse(told.contains("\"rules\""), told);
        told = EngineSetup.text(ask("shop/a_hgreq=explain"));
        assertTrue(
                told.contains("\"rules\":{\"matched\":[\"big\"],\"request\":\"shop/a?wid=20&req=explain\","
                        + "\"headers\":[\"X-A: b\"]}"),
                told);
        assertTrue(told.contains("\"attribute\":\"Expiration\",\"value\":\"2\",\"from\":\"RuleSetFile:2\""), told);
    }
}
