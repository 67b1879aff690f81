package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.catalog.RecordFields;
import dev.understudy.image.PixelSize;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for sets: their kinds, their members, and what is told of these. Every image is of 40 x 30 pixels. */
class SetRequestsTest {

    private static final String DATA = "\"dx\":\"40\",\"dy\":\"30\",\"iv\":\"V\"";

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog shop = catalogs.tenant("shop");
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        for (String id : new String[] {"a", "b", "c", "d"}) {
            shop.record(id, id + ".jpg");
        }
        shop.record("gone", "gone.jpg");
        shop.content("film", "film.mp4")
                .set(RecordFields.VIDEO_SIZE, new PixelSize(640, 360))
                .set(RecordFields.VIDEO_BIT_RATE, 800_000L)
                .set(RecordFields.AUDIO_BIT_RATE, 64_000L);
        shop.content("small", "small clip.mp4").set(RecordFields.TOTAL_STREAM_BIT_RATE, 300_000L);
        shop.content("flash", "film.f4v").set(RecordFields.AUDIO_BIT_RATE, 64_000L);
        shop.content("still", "still.mp4");
        shop.content("leaflet", "leaflet.pdf");
        TestImages images = new TestImages(Files.write(folder.resolve("image"), new byte[100])).without("gone.jpg");
        engine = EngineSetup.engine(images);
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Reply reply(String path, String query) {
        return assertInstanceOf(
                Reply.class, engine.serve(EngineSetup.localCall(path + "?" + query, catalogs, new AccessRecord())));
    }

    /** The set, without the call around it; versions of images are all the same. */
    private String set(String path, String query) {
        String text = EngineSetup.text(reply(path, query + "req=set,json"));
        assertTrue(text.startsWith("/*jsonp*/s7jsonResponse({\"set\":") && text.endsWith("},\"\");"), text);
        return text.substring("/*jsonp*/s7jsonResponse({\"set\":".length(), text.length() - 6)
                .replaceAll("\"iv\":\"[0-9a-f]+\"", "\"iv\":\"V\"");
    }

    private void define(String id, String text) {
        shop.record(id, "").record(id).set(RecordFields.IMAGE_SET, text);
    }

    private static String image(String id) {
        return "{\"i\":{\"n\":\"shop/" + id + "\"},\"s\":{\"n\":\"shop/" + id + "\"}," + DATA + "}";
    }

    @Test
    void anImage() {
        assertEquals(
                "{\"pv\":\"1.0\",\"type\":\"img\",\"n\":\"shop/a\",\"item\":" + image("a") + "}", set("shop/a", ""));
    }

    @Test
    void aPlainList() {
        define("list", "a,b");
        assertEquals(
                "{\"pv\":\"1.0\",\"type\":\"unknown\",\"n\":\"shop/list\",\"item\":[" + image("a") + "," + image("b")
                        + "]}",
                set("shop/list", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a,b | unknown",
                "a;b,c | img_set",
                "a;{0xff0000 Red} | img_set",
                "a;b;img | media_set",
                "a;;,b | media_set",
                "a:b,c | ecat",
                "a,b;c,d:a | ecat",
                "{a,b},{c,d} | spin",
                "(a,b),(c,d) | spin",
                "plain,a | spin",
                "self,a | unknown",
            })
    void theKindIsToldByTheText(String text, String type) {
        define("plain", "a,b");
        shop.record("self", "a.jpg").record("self").set(RecordFields.IMAGE_SET, text);
        assertTrue(
                set("shop/self", "").contains("\"type\":\"" + type + "\",\"n\":\"shop/self\""), set("shop/self", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "MEDIASET, media_set",
        "SPINSET, spin",
        "SPINSET2D, spin",
        "imageset, img_set",
        "ECATALOG, ecat",
        "VIDEOSET, video_set"
    })
    void theKindIsThatOfTheRecord(String assetType, String type) {
        define("list", "a,b");
        shop.record("list").set(RecordFields.ASSET_TYPE, assetType);
        if (type.equals("video_set")) {
            shop.record("list").set(RecordFields.IMAGE_SET, "film");
        }
        assertTrue(set("shop/list", "").startsWith("{\"pv\":\"1.0\",\"type\":\"" + type + "\""));
    }

    @Test
    void swatchesAndColorsAndLabels() {
        define("colors", "a;b,c;{0xFF8000 Warm%2C orange},d;{0x000000}");
        shop.record("a").set(RecordFields.USER_DATA, "Label=First\nother=x");
        String told = set("shop/colors", "labelkey=label&");
        assertTrue(
                told.contains("{\"i\":{\"n\":\"shop/a\",\"l\":\"First\"},\"s\":{\"n\":\"shop/b\"}," + DATA
                        + ",\"userdata\":{\"Label\":\"First\",\"other\":\"x\"}}"),
                told);
        assertTrue(told.contains("\"s\":{\"rgb\":\"0xff8000\",\"l\":\"Warm, orange\"}"), told);
        assertTrue(told.contains("\"s\":{\"rgb\":\"0x000000\"}"), told);
    }

    @Test
    void aMediaSetOfEverything() {
        define("spin", "a,b");
        define("media", "a;b;img,film;c;video,spin;d;spin,{a,b;c};d;advanced_imageset,leaflet;a;static,c;;nonsense");
        String told = set("shop/media", "");
        assertTrue(told.startsWith("{\"pv\":\"1.0\",\"type\":\"media_set\",\"n\":\"shop/media\",\"item\":["), told);
        assertTrue(told.contains("{\"i\":{\"n\":\"shop/a\"},\"s\":{\"n\":\"shop/b\"}," + DATA + "}"), told);
        assertTrue(
                told.contains("{\"type\":\"video\",\"v\":{\"path\":\"shop/film.mp4\",\"dx\":\"640\",\"dy\":\"360\","
                        + "\"bitrate\":\"864000\",\"suffix\":\"mp4\",\"id\":\"shop/film\"},\"s\":{\"n\":\"shop/c\"}}"),
                told);
        assertTrue(
                told.contains(
                        "{\"type\":\"spin\",\"set\":{\"pv\":\"1.0\",\"type\":\"spin\",\"n\":\"shop/spin\",\"item\":["
                                + image("a") + "," + image("b") + "]},\"s\":{\"n\":\"shop/d\"}}"),
                told);
        assertTrue(
                told.contains("{\"type\":\"img_set\",\"set\":{\"pv\":\"1.0\",\"type\":\"img_set\",\"n\":\"a,b;c\""),
                told);
        assertTrue(
                told.contains(
                        "{\"type\":\"static\",\"d\":{\"path\":\"shop/leaflet.pdf\",\"suffix\":\"pdf\",\"id\":\"shop/leaflet\"}"),
                told);
        assertTrue(told.contains(image("c")), told);
    }

    @Test
    void aMediaSetInAMediaSetIsRefused() {
        define("inner", "a;b;img");
        define("outer", "inner;a;");
        assertEquals("request.malformed", EngineSetup.text(reply("shop/outer", "req=set,json")));
    }

    @Test
    void aSetThatLeadsToItselfComesToAnEnd() {
        define("one", "two,two");
        define("two", "one,one");
        assertEquals("size.limit", EngineSetup.text(reply("shop/one", "req=set,json")));
    }

    @Test
    void setsAreNotDeeperThanTheLimit() {
        define("s0", "{a,b}");
        for (int i = 1; i <= 9; i++) {
            define("s" + i, "s" + (i - 1) + ",a");
        }
        assertTrue(set("shop/s8", "").contains("shop/s0"));
        assertEquals("size.limit", EngineSetup.text(reply("shop/s9", "req=set,json")));
    }

    @Test
    void aPageSetIsToldOfInFullUpToTheLimit() {
        shop.record("a").set(RecordFields.USER_DATA, "page=1");
        define("book", "a:b," + "a,".repeat(21));
        String told = set("shop/book", "");
        assertTrue(
                told.contains(
                        "{\"type\":\"img_set\",\"set\":{\"pv\":\"1.0\",\"type\":\"img_set\",\"item\":[{\"i\":{\"n\":\"shop/a\"}"),
                told);
        assertEquals(20 + 1, told.split("\"userdata\":\\{", -1).length);
        assertEquals(2 + 1, told.split("\"userdataSuppressed\":\"1\"", -1).length);
        define("spread", "a:b:c:d");
        assertEquals("size.limit", EngineSetup.text(reply("shop/spread", "req=set,json")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "imageSet={a,b}& | unknown",
                "imageSet=(a,b)& | unknown",
                "imageset={a?wid=3&hei=4,b}& | unknown",
                "imageSet=%7Ba,b%7D& | unknown",
                "imageSet=a%2Cb%3Bc& | img_set",
            })
    void theTextCanBeInTheRequest(String query, String type) {
        String told = set("shop", query);
        assertTrue(told.contains("\"type\":\"" + type + "\""), told);
        assertTrue(told.contains("shop/a") && told.contains("shop/b"), told);
        assertEquals(query.contains("wid"), told.contains("{\"n\":\"shop/a\",\"mod\":\"wid=3&hei=4\"}"));
        assertTrue(set("shop/c", query).contains("shop/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imageSet={a;{0xFF8000%20Warm%2C%20orange}}&",
                "imageSet=%7Ba;%7B%200xFF8000%20Warm%252C%20orange%7D%7D&"
            })
    void aColorInTheRequestHasALabel(String query) {
        String told = set("shop", query);
        assertTrue(told.contains("\"s\":{\"rgb\":\"0xff8000\",\"l\":\"Warm, orange\"}"), told);
    }

    @Test
    void blanksWithoutEndAreReadToTheirEnd() {
        assertTrue(set("shop", "imageSet={a;{" + "%20".repeat(20_000) + "0xFF8000}}&")
                .contains("\"rgb\":\"0xff8000\""));
    }

    @Test
    void relationsAreTheVariantsOfAnImage() {
        shop.record("a:Large", "a.jpg", "crop=0,0,20,20", "")
                .record("a:Large")
                .set(RecordFields.USER_DATA, "SmartCropDef=Large\nSmartCropWidth=1200.0");
        String told = set("shop/a", "");
        assertTrue(
                told.contains("\"relation\":[{\"n\":\"shop/a:Large\",\"userdata\":{\"SmartCropDef\":\"Large\","
                        + "\"SmartCropWidth\":\"1200.0\"}}],\"item\":"),
                told);
    }

    @Test
    void mapsAreToldAreaByArea() {
        shop.record("a")
                .set(RecordFields.MAP, "<AREA SHAPE=RECT COORDS=1,2,3,4 rollover_key='x &amp; y'><area href=b>");
        assertTrue(
                set("shop/a", "")
                        .contains("\"map\":[{\"shape\":\"rect\",\"coords\":\"1,2,3,4\",\"rollover_key\":\"x & y\"},"
                                + "{\"shape\":\"default\",\"href\":\"b\"}]"),
                set("shop/a", ""));
        shop.record("b").set(RecordFields.MAP, "<area");
        assertTrue(set("shop/b", "").contains("\"mapUnreadable\":\"1\""));
    }

    @Test
    void theMapOfARecordIsGivenAsItIsWritten() {
        shop.record("a").set(RecordFields.MAP, "<AREA coords=1,2,3,4 SHAPE='rect' alt=x>");
        assertEquals("<AREA coords=1,2,3,4 SHAPE='rect' alt=x>", EngineSetup.text(reply("shop/a", "req=map")));
        assertEquals("", EngineSetup.text(reply("shop/b", "req=map")));
        assertEquals(
                "/*jsonp*/s7jsonResponse({\"map\":{\"area\":[{\"shape\":\"rect\",\"coords\":\"1,2,3,4\",\"alt\":\"x\"}]}},\"\");",
                EngineSetup.text(reply("shop/a", "req=map,json")));
        assertEquals("""
                <?xml version="1.0" encoding="UTF-8" ?>
                <map>
                <area shape="rect" coords="1,2,3,4" alt="x" />
                </map>
                """, EngineSetup.text(reply("shop/a", "req=map,xml")));
        assertTrue(EngineSetup.text(reply("shop/b", "req=map,xml")).contains("<area />"));
        assertEquals(
                "<area shape=\"rect\" coords=\"1,1,2,2\" alt=x>", EngineSetup.text(reply("shop/a", "req=map&scl=2")));
        assertEquals("source.missing", EngineSetup.text(reply("shop/gone", "req=map&wid=3")));
        assertEquals("parameter.invalid", EngineSetup.text(reply("shop/a", "req=map&map=%3Carea%20x")));
    }

    @Test
    void targetsAreToldByTheirNumbers() {
        shop.record("a")
                .set(
                        RecordFields.TARGETS,
                        "Target.2.rect=5,6,7,8\ntarget.1.rect=1,2,3,4\nTarget.1.label=Knob\nTarget.1.userData=sku\nTarget.3.label=none");
        String told = set("shop/a", "");
        assertTrue(
                told.contains(
                        "\"target\":[{\"num\":\"1\",\"rect\":\"1,2,3,4\",\"label\":\"Knob\",\"userdata\":\"sku\"},"
                                + "{\"num\":\"2\",\"rect\":\"5,6,7,8\"}]"),
                told);
    }

    @Test
    void videosAndFiles() {
        assertTrue(set("shop/film", "")
                .startsWith("{\"pv\":\"1.0\",\"type\":\"video\",\"n\":\"shop/film\",\"item\":{\"type\":\"video\""));
        assertTrue(set("shop/leaflet", "").startsWith("{\"pv\":\"1.0\",\"type\":\"static\",\"n\":\"shop/leaflet\""));
        assertTrue(set("shop/other.mp4", "").contains("\"v\":{\"path\":\"shop/other.mp4\",\"suffix\":\"mp4\""));
        assertTrue(set("shop/other.jpg", "").contains("\"i\":{\"n\":\"shop/other.jpg\"}"));
        shop.set(Attributes.ALLOW_DIRECT_ACCESS, DirectAccess.NONE);
        assertTrue(set("shop/film", "").contains("\"v\":{\"path\":\"shop/film\""));
        assertEquals("request.refused", EngineSetup.text(reply("shop/other.mp4", "req=set,json")));
        assertEquals("request.refused", EngineSetup.text(reply("shop/other.jpg", "req=set,json")));
        assertEquals("request.refused", EngineSetup.text(reply("shop", "imageSet={other.jpg}&req=set,json")));
    }

    @Test
    void nothingIsAnEmptySet() {
        assertEquals("{\"pv\":\"1.0\",\"type\":\"empty\"}", set("shop", ""));
    }

    @Test
    void anImageWithoutAFileIsMissed() {
        define("list", "a,gone");
        assertEquals("source.missing", EngineSetup.text(reply("shop/list", "req=set,json")));
    }

    @Test
    void aTemplateIsMeasured() {
        shop.record("card", "", "layer=0&size=300,200&color=ffffff", "");
        assertTrue(set("shop/card", "").contains("\"dx\":\"300\",\"dy\":\"200\""));
    }

    @Test
    void bracesComeInPairs() {
        define("list", "{a,b");
        assertEquals("request.malformed", EngineSetup.text(reply("shop/list", "req=set,json")));
        define("mixed", "{a,b)");
        assertEquals("request.malformed", EngineSetup.text(reply("shop/mixed", "req=set,json")));
    }

    @Test
    void xml() {
        define("colors", "a;b");
        shop.record("a").set(RecordFields.USER_DATA, "1st=<&>");
        String xml = EngineSetup.text(reply("shop/colors", "req=set")).replaceAll("iv=\"[0-9a-f]+\"", "iv=\"V\"");
        assertEquals("""
                <?xml version="1.0" encoding="UTF-8" ?>
                <set pv="1.0" type="img_set" n="shop/colors">
                <item dx="40" dy="30" iv="V">
                <i n="shop/a" />
                <s n="shop/b" />
                <userdata>
                <property name="1st" value="&#x3c;&#x26;&#x3e;" />
                </userdata>
                </item>
                </set>
                """, xml);
    }

    @Test
    void theTextOfTheSetItself() {
        define("list", "a;b,{c,d}");
        assertEquals("a;b,{c,d}\r\n", EngineSetup.text(reply("shop/list", "req=imageset")));
        assertEquals("\r\n", EngineSetup.text(reply("shop/nobody", "req=imageset")));
        assertEquals(
                "/*jsonp*/s7jsonResponse({\"catalogRecord.imageSet\":\"a;b,{c,d}\"},\"\");",
                EngineSetup.text(reply("shop/list", "req=imageset,json")));
    }

    @Test
    void playlists() {
        define("films", "film,small,flash,still");
        shop.record("films").set(RecordFields.ASSET_TYPE, "VIDEOSET");
        assertEquals("request.unsupported", EngineSetup.text(reply("shop/films", "req=mbrSet")));
        shop.set(Attributes.HTTP_APPLE_STREAMING_CONTEXT, "http://my.server.com/apple/streaming")
                .set(Attributes.HTTP_FLASH_STREAMING_CONTEXT, "http://my.server.com/flash/streaming/");
        String playlist = """
                #EXTM3U
                #EXT-X-STREAM-INF:PROGRAM-ID=1,BANDWIDTH=864000
                http://my.server.com/apple/streaming/film.mp4.m3u8
                #EXT-X-STREAM-INF:PROGRAM-ID=1,BANDWIDTH=300000
                http://my.server.com/apple/streaming/small%20clip.mp4.m3u8
                """;
        assertEquals(playlist, EngineSetup.text(reply("shop/films", "req=mbrSet")));
        assertEquals(playlist, EngineSetup.text(reply("shop/films", "req=mbrSet,xml&fmt=M3U8")));
        String manifest = """
                <?xml version="1.0" encoding="UTF-8" ?>
                <manifest xmlns="http://ns.adobe.com/f4m/1.0">
                <media url="http://my.server.com/flash/streaming/film.f4v" bitrate="64" />
                </manifest>
                """;
        assertEquals(manifest, EngineSetup.text(reply("shop/films", "req=mbrSet,xml")));
        assertEquals(manifest, EngineSetup.text(reply("shop/films", "req=mbrset&fmt=f4m")));
        assertEquals("parameter.invalid", EngineSetup.text(reply("shop/films", "req=mbrSet&fmt=png")));
        define("none", "still");
        shop.record("none").set(RecordFields.ASSET_TYPE, "VIDEOSET");
        assertEquals("", EngineSetup.text(reply("shop/none", "req=mbrSet")));
    }
}
