package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.IpAddresses;
import dev.understudy.catalog.RecordFields;
import dev.understudy.image.PixelSize;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that open what a catalog keeps closed open it for the object in the path, and not for what else a request names. */
class OpeningRulesTest {

    private static final String OPENING = "<rule RequestLock='0'><expression>^shop/open</expression>"
            + "<addressfilter>0.0.0.0/0</addressfilter></rule>";

    private static final InetAddress CLIENT = IpAddresses.parse("203.0.113.9");

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog shop = catalogs.tenant("shop")
            .record("open", "open")
            .record("open-banner", "open", "layer=1&src=secret", "")
            .record("open-frame", "open", "layer=1&src=$inside$", "")
            .record("open-around", "open", "layer=1&src=is{shop/secret}", "")
            .record("secret", "secret")
            .record("template", "", "layer=0&src=secret", "");
    private AccessRecord accessRecord = new AccessRecord();
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        catalogs.tenant("other").record("b", "b").record("leading", "", "layer=0&src=/shop/secret", "");
        shop.record("open-set", "open");
        shop.record("open-set").set(RecordFields.IMAGE_SET, "secret,template");
        TestImages images = new TestImages(Files.write(folder.resolve("image"), new byte[100])).without("nothing");
        engine = EngineSetup.engine(images);
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Reply ask(String target) {
        accessRecord = new AccessRecord();
        return assertInstanceOf(Reply.class, engine.serve(EngineSetup.call(target, CLIENT, catalogs, accessRecord)));
    }

    private void locked() {
        shop.set(Attributes.REQUEST_LOCK, true).ruled(OPENING);
    }

    private void filtered() {
        shop.set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("10.0.0.0/8"))
                .ruled(OPENING);
    }

    private void assertServed(String target) {
        Reply reply = ask(target);
        assertNull(reply.standIn(), () -> target + ": " + accessRecord.exception());
    }

    private void assertRefused(String target) {
        StandIn standIn = ask(target).standIn();
        assertTrue(standIn != null && standIn.cause().code().equals("request.refused"), target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/open?src=secret",
                "shop/open?src=shop/secret",
                "shop/open?SRC=%73ecret",
                "shop/open?src=/shop//secret",
                "shop/open?src=file.jpg",
                "shop/open?layer=1&src=shop/secret",
                "shop/open?layer=1&src=secret&layer=0&src=open",
                "shop/open?mask=secret",
                "shop/open?src=is{shop/secret}",
                "shop/open?src=is(secret)",
                "shop/open?src=is%7Bshop/secret%7D",
                "shop/open?src=is{shop/open?src=secret}",
                "shop/open?src=is{shop/open?layer=1&src=is{other/b?mask=is{shop/secret}}}",
                "shop/open?src=is{other/b?src=is{shop/open?src=/shop/secret}}",
                "shop/open?$x=secret&src=$x$",
                "shop/open?template=template",
                "shop/open?template=other/leading",
                "shop/open-frame?$inside=secret",
                "shop/open-around",
                "shop/open-nothing?src=secret",
                "shop/open?req=set&imageSet={secret}",
                "shop/open?req=set&imageSet={shop/secret}",
                "shop/open?req=set&imageSet={other/b,shop/secret}",
                "shop/open?req=props&src=secret",
                "shop/open?icc=shop/profile.icc",
                "other/b?src=shop/open",
                "other/b?src=shop/secret",
                "other/b?src=is{shop/secret}",
                "other/leading",
            })
    void whatElseARequestNamesStaysClosed(String target) {
        locked();
        assertRefused(target);
        shop.set(Attributes.REQUEST_LOCK, false);
        filtered();
        assertRefused(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/open",
                "shop/open?wid=20",
                "//shop//open/?wid=20",
                "shop/open?src=other/b",
                "shop/open?src=open",
                "shop/open?layer=1&src=shop/open",
                "shop/open-banner",
                "shop/open?req=set",
                "shop/open-set?req=set",
                "shop/open?req=exists",
                "shop/open?req=props",
                "shop/open?req=userdata",
                "shop/open?req=xlate",
                "other/b?src=is{shop/open}",
                "other/b?src=is{shop/open?wid=20&src=is{shop/open-banner}}",
            })
    void theObjectInThePathIsOpen(String target) {
        locked();
        assertServed(target);
        shop.set(Attributes.REQUEST_LOCK, false);
        filtered();
        assertServed(target);
    }

    @Test
    void noLocaleAndNoQuestionOpensMore() {
        shop.record("open-de", "open").record("secret-de", "secret").set(Attributes.LOCALE_MAP, "de,-de,|,");
        shop.set(Attributes.ALLOW_EXPLAIN, true);
        locked();
        assertServed("shop/open?locale=de&wid=20");
        assertRefused("shop/open?locale=de&src=secret");
        assertRefused("shop/open?locale=de&src=is{shop/secret}");
        assertRefused("shop/open?locale=de&layer=1&src=is{other/b?src=is{/shop/secret-de}}");
        assertRefused("shop/secret?locale=de");
        assertRefused("shop/open?req=explain&src=secret");
        assertRefused("shop/open?req=map&layer=1&src=secret");
        assertRefused("shop/open?req=resolve&src=secret");
    }

    @Test
    void noDefaultImageThatAClientNamesIsOpened() {
        shop.record("open-gone", "nothing");
        locked();
        StandIn standIn = ask("shop/open-gone?defaultImage=secret").standIn();
        assertTrue(standIn != null && standIn.kind() == StandIn.Kind.TEXT);
        standIn = ask("shop/open-gone?defaultImage=other/leading").standIn();
        assertTrue(standIn != null && standIn.kind() == StandIn.Kind.TEXT);
    }

    @Test
    void whatRulesWriteThemselvesIsOpen() {
        shop.set(Attributes.REQUEST_LOCK, true)
                .ruled("<rule RequestLock='0'><expression>^shop/([a-z]+)/small</expression>"
                        + "<substitution>shop/open?src=shop/$1&amp;wid=20</substitution></rule>");
        assertServed("shop/secret/small");
        assertServed("shop/secret/small&.v=3");
        assertServed("shop/secret/small&src=shop/secret");
        assertRefused("shop/secret/small&src=secret");
        assertRefused("shop/secret/small&src=template");
        assertRefused("shop/secret/small&layer=1&src=template");
        assertRefused("shop/secret?wid=20");
    }

    @Test
    void aNameThatAClientHasAHandInIsTheClients() {
        shop.set(Attributes.REQUEST_LOCK, true)
                .ruled(
                        "<rule OnMatch='continue'><expression>-</expression><substitution/></rule>",
                        "<rule RequestLock='0' OnMatch='continue'><expression>^shop/open(.*)!</expression>"
                                + "<substitution>shop/open?src=open$1</substitution></rule>",
                        "<rule><expression>sec</expression><substitution>sec</substitution></rule>");
        assertServed("shop/open!");
        assertRefused("shop/open&src=secret!");
        assertRefused("shop/open!ed");
        assertRefused("shop/open!&src=sec-ret");
        assertRefused("shop/open!&sr-c=secret");
        assertRefused("shop/open!&src=is{shop/secret}");
    }

    @Test
    void aLockThatFitsOpensAllOfTheRequest() {
        locked();
        assertServed("shop/open?src=secret&" + lock("src=secret"));
    }

    private static String lock(String modifiers) {
        int sum = 0;
        for (char c : modifiers.toCharArray()) {
            sum = (sum * 131 + c) & 0xffff;
        }
        return String.format("%04x", sum);
    }

    @Test
    void aRuleThatClosesClosesToTheWholeRequest() {
        shop.ruled("<rule RequestLock='1'><expression>^shop/open</expression></rule>");
        assertServed("shop/secret?wid=20");
        assertRefused("shop/open?wid=20");
        assertRefused("other/b?src=is{shop/open}");
        shop.ruled("<rule><expression>src=</expression><addressfilter>10.0.0.0/8</addressfilter></rule>");
        assertRefused("shop/open?src=other/b");
    }

    @Test
    void moreRoomIsForTheObjectInThePath() {
        shop.set(Attributes.MAX_PIX, new PixelSize(30, 0))
                .ruled("<rule MaxPix='90,90'><expression>^shop/open</expression></rule>");
        assertServed("shop/open?wid=80&hei=80");
        assertServed("shop/open?wid=80&hei=80&src=other/b");
        assertServed("shop/open?wid=30&hei=90&src=secret");
        for (String other :
                new String[] {"src=secret", "layer=1&src=is{shop/secret}", "src=is{other/b?mask=shop/secret}"}) {
            assertEquals("size.limit", EngineSetup.text(ask("shop/open?wid=80&hei=80&" + other)), other);
        }
        assertEquals("size.limit", EngineSetup.text(ask("shop/open?wid=80&hei=95&src=secret")));
        assertEquals("size.limit", EngineSetup.text(ask("shop/secret?wid=80&hei=80")));
    }

    @Test
    void aDefaultImageThatAClientNamesHasTheRoomOfItsCatalog() {
        shop.set(Attributes.MAX_PIX, new PixelSize(30, 30))
                .record("open-gone", "nothing")
                .ruled("<rule MaxPix='90,90'><expression>^shop/open</expression></rule>");
        assertFalse(EngineSetup.text(ask("shop/open-gone?wid=30&defaultImage=secret"))
                .equals("size.limit"));
        Reply reply = ask("shop/open-gone?wid=80&defaultImage=secret");
        assertTrue(reply.standIn() == null || reply.standIn().kind() != StandIn.Kind.DEFAULT_IMAGE);
    }

    @Test
    void aWatermarkIsTakenAwayForTheObjectInThePath() {
        String unmarked = key("shop/open?layer=1&src=secret&wid=20");
        shop.set(Attributes.WATERMARK, "open-banner")
                .ruled("<rule WaterMark=''><expression>^shop/open</expression></rule>");
        assertNotEquals(unmarked, key("shop/open?layer=1&src=secret&wid=20&.v=2"));
        String bare = key("shop/open?wid=20");
        shop.set(Attributes.WATERMARK, "");
        assertEquals(bare, key("shop/open?wid=20&.v=2"));
    }

    private String key(String target) {
        assertServed(target);
        return String.valueOf(accessRecord.cacheKey());
    }

    @Test
    void anOpenedImageIsForAllAndOneWithMoreInItForItsClients() {
        filtered();
        assertTrue(ask("shop/open").freshness().shareable());
        shop.set(Attributes.CLIENT_ADDRESS_FILTER, AddressFilter.parse("203.0.113.0/24"));
        assertTrue(ask("shop/open").freshness().shareable());
        assertFalse(ask("shop/open?src=secret").freshness().shareable());
    }
}
