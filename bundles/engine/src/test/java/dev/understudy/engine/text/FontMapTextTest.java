package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text in the fonts of a font map, from files. */
class FontMapTextTest {

    private static final byte[] REGULAR = FontShelf.bytes("NotoSans-Regular");
    private static final byte[] BOLD = FontShelf.bytes("NotoSans-Bold");
    private static final String NAMED = "{\\fonttbl{\\f0\\fcharset0 Body;}{\\f1 Head;}}";

    @TempDir
    private Path folder;

    private FontShelf shelf;

    @BeforeEach
    void twoFonts() throws IOException {
        shelf = new FontShelf(folder)
                .write("regular.ttf", REGULAR)
                .write("bold.ttf", BOLD)
                .map("Body", false, false, "regular.ttf")
                .map("Head", false, false, "bold.ttf");
    }

    private Ink ink(String text) throws ServeException {
        return Ink.of(shelf.fonts(), text, 0, 0);
    }

    private static Ink builtIn(String text) throws ServeException {
        return Ink.of(FontShelf.builtIn(), text, 0, 0);
    }

    private Failure failure(String text) {
        return assertThrows(ServeException.class, () -> ink(text)).failure();
    }

    @Test
    void theTextNamesItsFont() throws Exception {
        assertTrue(ink(NAMED + "\\f0 word").isLike(builtIn("word")));
        assertTrue(ink(NAMED + "\\f1 word").isLike(builtIn("\\b word")));
        assertTrue(ink(NAMED + "{\\f1 wo}rd").isLike(builtIn("{\\b wo}rd")));
        // numbers that the table lacks are the default font
        assertTrue(ink(NAMED + "\\f1\\f7 word").isLike(builtIn("word")));
    }

    @Test
    void theDefaultFontIsThatOfTextThatNamesNone() throws Exception {
        shelf.defaultFont("Head");
        assertTrue(ink("word").isLike(builtIn("\\b word")));
        assertTrue(ink(NAMED + "\\f0 word").isLike(builtIn("word")));
        assertTrue(ink(NAMED + "\\f0 wo\\plain rd").isLike(builtIn("wo{\\b rd}")));
    }

    @Test
    void aFontThatTheMapLacksIsAnErrorOfTheRequest() {
        Failure failure = failure("{\\fonttbl{\\f0 Nowhere;}}\\f0 word");
        assertEquals(FailureKind.PARAMETER_INVALID, failure.kind());
        assertEquals(
                "'Nowhere' is not a valid value for font; allowed: the fonts of the font map, among them: Body, Head",
                failure.message());
        // names are exact
        assertEquals(
                FailureKind.PARAMETER_INVALID,
                failure("{\\fonttbl{\\f0 body;}}\\f0 word").kind());
    }

    @Test
    void aFontThatNoCharacterIsInDoesNotMatter() throws Exception {
        assertTrue(ink("{\\fonttbl{\\f0 Nowhere;}}\\f0\\f1 word").total() > 0);
    }

    @Test
    void aDefaultFontThatTheMapLacksIsAnErrorOfTheCatalog() {
        shelf.defaultFont("Gone");
        Failure failure = failure("word");
        assertEquals(FailureKind.FONT_CORRUPT, failure.kind());
        assertTrue(failure.message().contains("DefaultFont"), failure.message());
    }

    @Test
    void stylesComeFromTheMapElseTheyAreMadeUp() throws Exception {
        shelf.write("second.ttf", BOLD).map("Body", true, false, "second.ttf");
        assertTrue(ink(NAMED + "\\f0\\b word").isLike(builtIn("\\b word")));
        Ink italic = ink(NAMED + "\\f0\\i word");
        assertFalse(italic.isLike(builtIn("word")));
        assertTrue(italic.isLike(builtIn("\\i word")));
        // bold made up of a face that is bold by its file alone
        Ink heavier = ink(NAMED + "\\f1\\b word");
        assertTrue(heavier.total() >= builtIn("\\b word").total());
    }

    @Test
    void boldIsMadeUpByThickerStrokes() throws Exception {
        Ink plain = ink(NAMED + "\\f0 word");
        Ink bold = ink(NAMED + "\\f0\\b word");
        assertTrue(bold.total() > 1.1 * plain.total(), bold.total() + " of " + plain.total());
    }

    @Test
    void stylesAreNotMadeUpWhereTheCatalogForbidsIt() throws Exception {
        shelf.withoutSynthesis().map("Body", true, false, "bold.ttf");
        assertTrue(ink(NAMED + "\\f0\\b word").total() > 0);
        Failure failure = failure(NAMED + "\\f0\\i word");
        assertEquals(FailureKind.PARAMETER_INVALID, failure.kind());
        assertTrue(failure.message().contains("SynthesizeFontStyles"), failure.message());
        // the built-in font is none of the map's
        assertTrue(ink("\\i word").total() > 0);
    }

    @Test
    void charactersThatTheFontLacksComeFromOthers() throws Exception {
        shelf = new FontShelf(folder)
                .write("hebrew.ttf", FontShelf.bytes("NotoSansHebrew-Regular"))
                .write("bold.ttf", BOLD)
                .map("Hebrew", false, false, "hebrew.ttf")
                .map("Head", false, false, "bold.ttf");
        // Hebrew has no Latin letters; the built-in font stands for the default font, before the others of the map
        assertTrue(ink("{\\fonttbl{\\f0 Hebrew;}}\\f0 word").isLike(builtIn("word")));
        assertEquals(1, shelf.opened);
        shelf.defaultFont("Head");
        assertTrue(ink("{\\fonttbl{\\f0 Hebrew;}}\\f0 word").isLike(builtIn("\\b word")));
    }

    @Test
    void type1FontsNeedNoMetricsFile() throws Exception {
        shelf.write("tiny.pfa", TinyType1.file()).map("Tiny", false, false, "tiny.pfa");
        Ink box = ink("{\\fonttbl{\\f0 Tiny;}}\\f0\\fs100 A");
        // 50 points at two pixels a point, of which the letter is 50 % wide after 5 %
        assertEquals(60, box.width(), 1);
        assertEquals(5, box.left(), 1);
        assertEquals(55, box.right(), 1);
        assertEquals(255 * 50 * 70, box.total(), 255 * 150);
    }

    @Test
    void onlyFontsThatAreNeededAreOpened() throws Exception {
        ink("word");
        assertEquals(0, shelf.opened);
        ink(NAMED + "\\f0 word");
        ink(NAMED + "\\f0 other words");
        assertEquals(1, shelf.opened);
    }

    @Test
    void aReplacedFontIsNoticed() throws Exception {
        RequestFonts before = shelf.open();
        set(before, shelf);
        assertEquals(List.of("regular.ttf"), paths(before));

        shelf.write("regular.ttf", BOLD);
        assertTrue(ink(NAMED + "\\f0 word").isLike(builtIn("\\b word")));
        RequestFonts after = shelf.open();
        set(after, shelf);
        assertFalse(before.stamps().equals(after.stamps()));
        assertEquals(2, shelf.opened);
    }

    @Test
    void aMissingOrUnreadableFontIsACorruptOne() {
        shelf.map("Gone", false, false, "gone.ttf").map("Locked", false, false, "locked.ttf");
        shelf.fail("locked.ttf", new Failure.Unreadable("locked.ttf", new IOException("Permission denied")));
        Failure gone = failure("{\\fonttbl{\\f0 Gone;}}\\f0 word");
        assertInstanceOf(Failure.Corrupt.class, gone);
        assertEquals(FailureKind.FONT_CORRUPT, gone.kind());
        assertEquals("'gone.ttf': the file of font 'Gone' does not exist", gone.message());
        assertEquals(
                FailureKind.FONT_CORRUPT,
                failure("{\\fonttbl{\\f0 Locked;}}\\f0 word").kind());
    }

    @Test
    void whatTheStorageSaysIsPassedOn() {
        shelf.fail(
                "regular.ttf",
                new Failure.Unavailable(FailureKind.STORAGE_UNAVAILABLE, "the root folder is gone", null));
        assertEquals(
                FailureKind.STORAGE_UNAVAILABLE, failure(NAMED + "\\f0 word").kind());
    }

    @Test
    void tolerantTextIsDrawnAllTheSame() throws Exception {
        shelf.map("Gone", false, false, "gone.ttf").withoutSynthesis();
        for (String text : List.of("{\\fonttbl{\\f0 Gone;}}\\f0 word", "{\\fonttbl{\\f0 Nowhere;}}\\f0 word", "word")) {
            Ink ink = Ink.of(shelf.open().of(shelf.config().tolerant()), text, 0, 0);
            assertTrue(ink.isLike(builtIn("word")), text);
        }
        // not in another font of the map, either
        shelf = new FontShelf(folder).map("Head", false, false, "bold.ttf").map("Gone", false, false, "gone.ttf");
        shelf.defaultFont("Gone");
        assertTrue(
                Ink.of(shelf.open().of(shelf.config().tolerant()), "word", 0, 0).isLike(builtIn("word")));
    }

    private static void set(RequestFonts fonts, FontShelf shelf) throws ServeException {
        new Typesetter(fonts.of(shelf.config())).set(NAMED + "\\f0 word", TextAttributes.DEFAULT, PixelSize.NONE);
    }

    private static List<String> paths(RequestFonts fonts) {
        return fonts.stamps().stream().map(stamp -> stamp.key().path()).toList();
    }
}
