package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.catalog.RecordFields;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests in languages: which record is found, and which strings are told. The examples are the reference's. */
class LocaleRequestsTest {

    private static final String SIMPLE = "en,_E,|en_us,_E,|en_uk,_E,|fr,_F,|de,_D,|de_at,_D,|de_de,_D,|,_E,";
    private static final String TIERS = "w1,-W,|w2,-W2,-W,|w3,-W,|m1,-M1,-M,|m2,-M2,-M,|,";
    private static final String SPECIFIC =
            ",_1,_2,_3|fr,_22,_23,_1,_2,_3|de,_470,_480,_1,_2,_3| de_at,_470,_480,_1,_2,_3|"
                    + " de_de,_470,_480,_1,_2,_3";

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog shop = catalogs.tenant("shop");
    private Engine engine;
    private AccessRecord accessRecord = new AccessRecord();

    @BeforeEach
    void begin() throws Exception {
        TestImages images = new TestImages(Files.write(folder.resolve("image"), new byte[100]));
        engine = EngineSetup.engine(images);
        shop.set(Attributes.ALLOW_DIRECT_ACCESS, DirectAccess.NONE);
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Reply reply(String path, String query) {
        accessRecord = new AccessRecord();
        return assertInstanceOf(
                Reply.class, engine.serve(EngineSetup.localCall(path + "?" + query, catalogs, accessRecord)));
    }

    private String text(String path, String query) {
        return EngineSetup.text(reply(path, query));
    }

    private void ids(String... ids) {
        for (String id : ids) {
            shop.record(id, id + ".jpg").record(id).set(RecordFields.USER_DATA, "id=" + id);
        }
    }

    /** The id of the record that is found; nothing when none is. */
    private String found(String query) {
        Reply reply = reply("shop/myImg", query + "&req=userdata");
        return reply.status() == 200 ? EngineSetup.text(reply).strip().replaceFirst("id=", "") : "";
    }

    @ParameterizedTest
    @CsvSource({
        "de_de, myImg_D myImg",
        "DE_de, myImg_D myImg",
        "fr, myImg_F myImg",
        "ja, myImg_E myImg",
        "'', myImg_E myImg"
    })
    void suffixesAreTriedInTurn(String locale, String order) {
        checkOrder(SIMPLE, locale, order);
    }

    @ParameterizedTest
    @CsvSource({
        "w1, myImg-W myImg",
        "w3, myImg-W myImg",
        "w2, myImg-W2 myImg-W myImg",
        "m1, myImg-M1 myImg-M myImg",
        "m2, myImg-M2 myImg-M myImg",
        "other, myImg"
    })
    void tiers(String locale, String order) {
        checkOrder(TIERS, locale, order);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, myImg_22 myImg_23 myImg_1 myImg_2 myImg_3",
        "de, myImg_470 myImg_480 myImg_1 myImg_2 myImg_3",
        "de_at, myImg_470 myImg_480 myImg_1 myImg_2 myImg_3",
        "de_de, myImg_470 myImg_480 myImg_1 myImg_2 myImg_3",
        "other, myImg_1 myImg_2 myImg_3"
    })
    void specificIds(String locale, String order) {
        checkOrder(SPECIFIC, locale, order);
    }

    /** With the last ids of the order in the catalog, the first of those is found; the id itself only where it is in the order. */
    private void checkOrder(String map, String locale, String order) {
        shop.set(Attributes.LOCALE_MAP, map);
        String[] ids = order.split(" ");
        for (int i = ids.length - 1; i >= 0; i--) {
            if (i == ids.length - 1 && !ids[i].equals("myImg")) {
                ids("myImg");
                assertEquals("", found("locale=" + locale), "the id itself is not searched");
            }
            ids(ids[i]);
            assertEquals(ids[i], found("locale=" + locale));
        }
    }

    @Test
    void anUnknownLocaleWithoutARuleIsRefusedWhateverIsAskedFor() {
        shop.set(Attributes.LOCALE_MAP, "de,_D,").set(Attributes.DEFAULT_LOCALE, "de");
        ids("myImg", "myImg_D");
        for (String query : List.of("", "&req=userdata", "&req=exists", "&req=set", "&req=xlate", "&req=props")) {
            Reply reply = reply("shop/myImg", "locale=ja" + query);
            assertEquals(403, reply.status(), query);
            assertEquals("parameter.invalid", EngineSetup.text(reply), query);
        }
        assertEquals("myImg_D", found("locale=de"));
        assertEquals("myImg_D", found("locale="));
        assertEquals("myImg_D", found(""));
        shop.set(Attributes.DEFAULT_LOCALE, "");
        assertEquals("myImg", found(""), "where nobody names a locale, ids are as they are");
        assertEquals("parameter.invalid", text("shop/myImg", "locale=%C3%A4"));
    }

    @Test
    void macrosAndVariablesNameLocales() {
        shop.set(Attributes.LOCALE_MAP, SIMPLE).macro("german", "locale=de");
        ids("myImg", "myImg_D", "myImg_F");
        assertEquals("myImg_D", found("$german$"));
        assertEquals("myImg_F", found("$german$&locale=fr"));
        assertEquals("myImg_F", found("$l=fr&locale=$l$"));
    }

    @Test
    void commandsAndAttributesNameTranslatedIds() {
        shop.set(Attributes.LOCALE_MAP, SIMPLE);
        ids("myImg", "over", "over_D", "mask", "mask_D", "shape", "shape_D");
        String resolved = layersOf("layer=1&src=over&mask=mask&layer=2&src=is{shop/shape}&locale=de");
        assertTrue(resolved.contains("over_D.jpg"), resolved);
        assertTrue(resolved.contains("mask_D.jpg"), resolved);
        assertTrue(resolved.contains("shape_D.jpg"), resolved);
        assertFalse(layersOf("layer=1&src=over").contains("over_D"), layersOf("layer=1&src=over"));
    }

    /** The files that an image is made of. */
    private String layersOf(String query) {
        shop.set(Attributes.ALLOW_EXPLAIN, true);
        return text("shop/myImg", query + "&req=explain");
    }

    @Test
    void partsOfImagesAreThoseOfTheTranslatedImage() {
        shop.set(Attributes.LOCALE_MAP, SIMPLE);
        ids("myImg", "myImg:Square", "myImg_D", "myImg_D:Square");
        assertEquals(
                "id=myImg_D:Square",
                text("shop/myImg:Square", "locale=de&req=userdata").strip());
        assertEquals(
                "id=myImg:Square",
                text("shop/myImg:Square", "locale=fr&req=userdata").strip());
        String set = text("shop/myImg", "locale=de&req=set,json");
        assertTrue(set.contains("\"n\":\"shop/myImg_D:Square\""), set);
        assertFalse(set.contains("\"n\":\"shop/myImg:Square\""), set);
    }

    @Test
    void namesThatRepliesHaveToldCanBeAskedFor() {
        shop.set(Attributes.LOCALE_MAP, "de,_D");
        ids("myImg", "myImg_D");
        assertEquals(
                "id=myImg_D", text("shop/myImg_D", "locale=de&req=userdata").strip());
    }

    @Test
    void stringsAreThoseOfTheLocale() {
        shop.set(Attributes.LOCALE_STR_MAP, "en,E|nl,N|de,D|,");
        shop.record("item", "item.jpg")
                .record("item")
                .set(RecordFields.USER_DATA, "val1=111\nstr1=Default1^loc=N^Dutch1")
                .set(RecordFields.TARGETS, "target.0.rect=0,0,1,1\ntarget.0.label=One^loc=N^Een")
                .set(RecordFields.MAP, "<area shape=default alt=\"One^loc=N^Een\">")
                .set(RecordFields.IMAGE_SET, "item;{0xff0000 Red^loc=N^Rood}");
        assertEquals("val1=111\r\nstr1=Dutch1\r\n", text("shop/item", "req=userdata&locale=nl"));
        assertEquals("val1=111\r\nstr1=Default1\r\n", text("shop/item", "req=userdata&locale=ja"));
        assertTrue(text("shop/item", "req=userdata,json&locale=nl").contains("\"str1\":\"Dutch1\""));
        assertTrue(text("shop/item", "req=targets&locale=nl").contains("target.0.label=Een"));
        assertEquals("<area shape=default alt=\"Een\">", text("shop/item", "req=map&locale=nl"));
        assertEquals("item;{0xff0000 Rood}\r\n", text("shop/item", "req=imageset&locale=nl"));
        String set = text("shop/item", "req=set,json&locale=nl");
        assertTrue(set.contains("\"rgb\":\"0xff0000\",\"l\":\"Rood\""), set);
        assertTrue(set.contains("\"str1\":\"Dutch1\"") && set.contains("\"label\":\"Een\""), set);
    }

    @Test
    void localesWithoutEffectAreNamed() {
        ids("myImg");
        reply("shop/myImg", "locale=de");
        assertEquals(List.of("locale"), accessRecord.ignored());
        shop.set(Attributes.LOCALE_MAP, SIMPLE);
        reply("shop/myImg", "locale=fr");
        assertEquals(List.of(), accessRecord.ignored());
        reply("shop/myImg", "layer=1&src=is{shop/myImg?locale=de}");
        assertEquals(List.of("locale"), accessRecord.ignored());
        shop.record("myImg").set(RecordFields.MODIFIER, "locale=de");
        reply("shop/myImg", null);
        assertEquals(List.of("locale"), accessRecord.ignored());
    }

    @Test
    void translationsAreListed() {
        shop.set(Attributes.LOCALE_MAP, ",|fr,_fr,|de,_de,|it,_it,");
        ids("image", "image_fr", "image_de");
        shop.record("image_fr").set(RecordFields.EXPIRATION, Duration.ofMinutes(7));
        Reply reply = reply("shop/image", "req=xlate");
        assertTrue(EngineSetup.text(reply).contains("xlate.translatedIds=image,image_fr,image_de"));
        assertEquals(Duration.ofMinutes(7), reply.freshness().maxAge());
        assertTrue(text("shop/image", "req=xlate,json&id=3").contains("\"image,image_fr,image_de\""));
        assertTrue(text("shop/nothing", "req=xlate").contains("xlate.translatedIds="));
        shop.set(Attributes.LOCALE_MAP, "");
        assertTrue(text("shop/image", "req=xlate").strip().endsWith("xlate.translatedIds=image"));
    }

    @Test
    void messagesAreTakenWithoutAWord() {
        for (String path : List.of("shop/anything", "", "shop")) {
            Reply reply = reply(path, "req=message&message=it%20works%0Aor%20not");
            assertEquals(200, reply.status());
            assertEquals("", EngineSetup.text(reply));
            assertTrue(reply.contentType().startsWith("text/plain"));
            assertEquals(Freshness.NO_STORE, reply.freshness(), path);
        }
    }
}
