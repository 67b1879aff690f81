package dev.understudy.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Color;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.PixelSize;
import dev.understudy.image.ResMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxesTest {

    @Test
    void textIsKeptWithItsSpaces() {
        assertEquals(" a b ", Syntaxes.TEXT.parse(" a b "));
    }

    @Test
    void hoursMayBeFractionsOrForEver() {
        assertEquals(Duration.ofMinutes(6), Syntaxes.HOURS.parse("0.1"));
        assertEquals(Duration.ZERO, Syntaxes.HOURS.parse(" 0 "));
        assertEquals(Syntaxes.NEVER_EXPIRES, Syntaxes.HOURS.parse("-1"));
        assertEquals(Syntaxes.NEVER_EXPIRES, Syntaxes.HOURS.parse("1e300"));
        assertRefused(Syntaxes.HOURS, "-2", "-0.5", "NaN", "Infinity", "ten", "");
        assertEquals(Syntaxes.AS_ATTRIBUTE, Syntaxes.RECORD_HOURS.parse("-2.0"));
        assertEquals(Syntaxes.NEVER_EXPIRES, Syntaxes.RECORD_HOURS.parse("-1"));
        assertRefused(Syntaxes.RECORD_HOURS, "-3");
    }

    @Test
    void sizes() {
        assertEquals(new PixelSize(400, 0), Syntaxes.SIZE.parse("400, 0"));
        assertRefused(Syntaxes.SIZE, "400", "400,", "400,-1", "4e2,1", "1,2,3", "99999999999,1");
        assertEquals(PixelSize.NONE, Syntaxes.LIMIT.parse("0,0"));
        assertEquals(new PixelSize(1, 2), Syntaxes.LIMIT.parse("1,2"));
        assertRefused(Syntaxes.LIMIT, "0,2", "2,0");
        assertRefused(Syntaxes.FULL_SIZE, "0,0", "0,2");
        assertEquals("10,-3", Syntaxes.OFFSET.parse(" 10,-3 "));
        assertRefused(Syntaxes.OFFSET, "1", "1.5,2", "99999999999,1");
    }

    @Test
    void encodings() {
        assertEquals(StandardCharsets.UTF_8, Syntaxes.ENCODING.parse(" utf-8"));
        assertEquals(StandardCharsets.ISO_8859_1, Syntaxes.ENCODING.parse("ISO-8859-1"));
        assertRefused(Syntaxes.ENCODING, "UTF8", "latin1", "UTF-16");
    }

    @Test
    void refusalsShowNoCredentials() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Syntaxes.SECONDARIES.parse("http://me:secret@images.example.com"))
                .getMessage();
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void secondaryServers() {
        assertEquals(
                Optional.of(List.of(Secondary.of("http://b"), Secondary.of("https://a:81"))),
                Syntaxes.SECONDARIES.parse(" http://b  https://a:81/ http://b:80"));
        assertEquals(Optional.of(List.of()), Syntaxes.SECONDARIES.parse(""));
        assertRefused(Syntaxes.SECONDARIES, "b", "ftp://b", "http://b/is/image", "http://b c");
        assertEquals(Optional.of(Duration.ofMillis(250)), Syntaxes.TIMEOUT.parse(" 250 "));
        assertRefused(Syntaxes.TIMEOUT, "0", "-1", "600001", "1s", "");
        assertEquals(RedirectFallback.STAND_IN, Syntaxes.REDIRECT_FALLBACK.parse("Stand-In"));
        assertEquals(RedirectFallback.TEXT, Syntaxes.REDIRECT_FALLBACK.parse("text"));
        assertRefused(Syntaxes.REDIRECT_FALLBACK, "STAND_IN", "");
    }

    @Test
    void colors() {
        assertEquals(new Color(0x80, 0xff, 0, 255), Syntaxes.COLOR.parse("0x80ff00"));
        assertEquals(new Color(0x80, 0xff, 0, 255), Syntaxes.COLOR.parse("80FF00"));
        assertRefused(Syntaxes.COLOR, "", "0x", "+12345", "80ff0000", "red", "128,255,0");
    }

    @Test
    void jpegQuality() {
        assertEquals(new JpegQuality(95, true), Syntaxes.JPEG_QUALITY.parse("95, 1"));
        assertEquals(new JpegQuality(95, false), Syntaxes.JPEG_QUALITY.parse("95"));
        assertRefused(Syntaxes.JPEG_QUALITY, "0", "101,0", "95,2", "95,1,1", "");
    }

    @Test
    void scalingModesByNumberInCatalogsByNameInRequests() {
        assertEquals(ResMode.SHARP2, Syntaxes.RES_MODE_NUMBER.parse("1"));
        assertEquals(ResMode.BILIN, Syntaxes.RES_MODE_NUMBER.parse("2"));
        assertEquals(ResMode.BICUB, Syntaxes.RES_MODE_NUMBER.parse("3"));
        assertEquals(ResMode.SHARP2, Syntaxes.RES_MODE_NUMBER.parse("4"));
        assertEquals(ResMode.BISHARP, Syntaxes.RES_MODE_NUMBER.parse("BiSharp"));
        assertEquals(ResMode.BILIN, Syntaxes.RES_MODE.parse("trilin"));
        assertRefused(Syntaxes.RES_MODE, "2");
        assertRefused(Syntaxes.RES_MODE_NUMBER, "0", "5");
    }

    @Test
    void flagsAndTimesForgive() {
        assertTrue(Syntaxes.FLAG.lenient());
        assertTrue(Syntaxes.TIME.lenient());
        assertFalse(Syntaxes.SIZE.lenient());
        assertRefused(Syntaxes.FLAG, "2", "true", "");
    }

    @Test
    void foldersOfSavedImages() {
        for (String good : List.of("shop", "shop/new", "shop/new/", ".", "", "Größe")) {
            assertEquals(good, Syntaxes.SAVE_FOLDER.parse(good));
        }
        assertEquals("shop", Syntaxes.SAVE_FOLDER.parse(" shop "));
        assertRefused(Syntaxes.SAVE_FOLDER, "/srv/saved", "..", "a/../b", "C:\\saved", "a//b", "/", ".hidden", "con");
        assertTrue(Syntaxes.SAVE_FOLDER.lenient());
    }

    @Test
    void statusesOfErrorImages() {
        assertEquals(200, Syntaxes.ERROR_IMAGE_STATUS.parse(" 200"));
        assertEquals(404, Syntaxes.ERROR_IMAGE_STATUS.parse("404"));
        assertEquals(Syntaxes.REAL_STATUS, Syntaxes.ERROR_IMAGE_STATUS.parse("Real"));
        assertRefused(Syntaxes.ERROR_IMAGE_STATUS, "", "0", "204", "304", "399", "600", "http");
    }

    @Test
    void seconds() {
        assertEquals(Duration.ofMinutes(1), Syntaxes.SECONDS.parse("60"));
        assertEquals(Syntaxes.NEVER_EXPIRES, Syntaxes.SECONDS.parse("" + Long.MAX_VALUE));
        assertRefused(Syntaxes.SECONDS, "", "-1", "0.5", "1e3", "99999999999999999999");
    }

    @Test
    void fileNames() {
        assertEquals(List.of("a.tsv", "sub dir/b.tsv"), Syntaxes.FILES.parse("a.tsv ,, sub dir/b.tsv,"));
        assertEquals(List.of(), Syntaxes.FILES.parse(""));
    }

    @Test
    void rootIdsAreElementsOfAPath() {
        assertEquals("my-shop_1", Attributes.ROOT_ID.syntax().parse("my-shop_1"));
        assertRefused(Attributes.ROOT_ID.syntax(), "a/b", "a b", "a,b", "a?b", "ä", "a\u0000");
    }

    @Test
    void aRefusalSaysWhatIsAllowedAndDoesNotRepeatMegabytes() {
        String message = assertThrows(IllegalArgumentException.class, () -> Syntaxes.SIZE.parse("x".repeat(1 << 20)))
                .getMessage();
        assertTrue(message.contains("width,height in pixels"), message);
        assertTrue(message.length() < 200, message);
    }

    @ParameterizedTest
    @CsvSource({
        "1529582400000, 2018-06-21T12:00:00Z",
        "06/21/2018 12:00:00 GMT, 2018-06-21T12:00:00Z",
        "6/1/2018 9:05:07 UTC, 2018-06-01T09:05:07Z",
        "06/21/2018 12:00:00 GMT -7, 2018-06-21T19:00:00Z",
        "06/21/2018 12:00:00 GMT-07:30, 2018-06-21T19:30:00Z",
        "06/21/2018 12:00:00 GMT +2, 2018-06-21T10:00:00Z",
        "06/21/2018 12:00:00 PST, 2018-06-21T20:00:00Z",
        "06/21/2018 12:00:00 PDT, 2018-06-21T19:00:00Z",
        "01/15/2018 12:00:00 EST, 2018-01-15T17:00:00Z",
        "06/21/2018 12:00:00 CEST, 2018-06-21T10:00:00Z",
        "0, 1970-01-01T00:00:00Z",
    })
    void times(String written, Instant meant) {
        assertEquals(meant, Syntaxes.TIME.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2018-06-21T12:00:00Z",
                "06/21/2018",
                "06/21/2018 12:00:00",
                "06/21/2018 12:00 GMT",
                "13/21/2018 12:00:00 GMT",
                "06/31/2018 12:00:00 GMT",
                "06/21/2018 24:00:00 GMT",
                "06/21/2018 12:00:00 GMT -99",
                "06/21/2018 12:00:00 NOWHERE",
                "06/21/2018 12:00:00 PST trailing",
                "9999999999999999999999"
            })
    void noTimes(String written) {
        assertRefused(Syntaxes.TIME, written);
    }

    private static void assertRefused(Syntax<?> syntax, String... texts) {
        for (String text : texts) {
            assertThrows(IllegalArgumentException.class, () -> syntax.parse(text), text);
        }
    }
}
