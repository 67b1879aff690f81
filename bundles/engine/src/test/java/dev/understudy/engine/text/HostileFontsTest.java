package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Font files that are none, or no longer. */
class HostileFontsTest {

    private static final byte[] GOOD = FontShelf.bytes("NotoSansThai-Regular");
    private static final String TEXT = "{\\fonttbl{\\f0 Font;}}\\f0 \\u3652?\\u3617?\\u3656? aA0 \\b\\i word";

    @TempDir
    private Path folder;

    private FontShelf shelf;

    @BeforeEach
    void oneFont() {
        shelf = new FontShelf(folder).map("Font", false, false, "font.ttf");
    }

    private Ink ink(byte[] file) throws IOException, ServeException {
        shelf.write("font.ttf", file);
        return Ink.of(shelf.fonts(), TEXT, 300, 0);
    }

    private Failure failure(byte[] file) {
        ServeException thrown = assertThrows(ServeException.class, () -> ink(file));
        assertEquals(FailureKind.FONT_CORRUPT, thrown.failure().kind());
        assertTrue(
                thrown.failure().message().contains("font.ttf"),
                thrown.failure().message());
        return thrown.failure();
    }

    @Test
    void filesThatAreNoFonts() {
        assertTrue(failure(new byte[0]).message().contains("empty"));
        assertTrue(failure("<html><body>404 Not Found".getBytes(StandardCharsets.US_ASCII))
                .message()
                .contains("TrueType, OpenType, Adobe Type 1"));
        failure(new byte[] {0});
        failure(new byte[100_000]);
        failure("wOF2 is for browsers".getBytes(StandardCharsets.US_ASCII));
        failure("OTTO".getBytes(StandardCharsets.US_ASCII));
        failure("ttcf\0\0\0\1\uffff".getBytes(StandardCharsets.UTF_8));
        failure("%!PS-AdobeFont-1.0: Nothing\n".getBytes(StandardCharsets.US_ASCII));
        failure(new byte[] {(byte) 0x80, 1, 0, 0, 0, 127, 65, 66, 67});
    }

    @Test
    void aHugeFileIsNotEvenCopied() throws Exception {
        try (var file = Files.newByteChannel(
                folder.resolve("font.ttf"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            file.position(70L << 20);
            file.write(ByteBuffer.wrap(new byte[1]));
        }
        ServeException thrown = assertThrows(ServeException.class, () -> Ink.of(shelf.fonts(), TEXT, 300, 0));
        assertEquals(FailureKind.FONT_CORRUPT, thrown.failure().kind());
    }

    @Test
    void fontsThatAreCutOff() {
        for (int percent : new int[] {1, 5, 10, 30, 50, 70, 90, 99}) {
            failure(Arrays.copyOf(GOOD, GOOD.length * percent / 100));
        }
    }

    @Test
    void fontsWhoseTablesAreMissing() throws Exception {
        for (String table : new String[] {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}) {
            String message = failure(TestFont.of(GOOD).without(table).file()).message();
            assertTrue(message.contains("'" + table + "'"), message);
        }
        assertTrue(ink(TestFont.of(GOOD).withCffBoxes().file()).total() > 0);
        failure(TestFont.of(GOOD).withCffBoxes().without("CFF ").file());
        // what draws nothing is not missed
        TestFont bare = TestFont.of(GOOD).without("DSIG").without("OS/2").without("gasp");
        assertTrue(ink(bare.file()).isLike(ink(GOOD)));
    }

    @Test
    void fontsOfWhichAPartIsZero() {
        for (int part = 0; part < 4; part++) {
            byte[] file = GOOD.clone();
            int start = part == 0 ? 0 : GOOD.length * part / 4;
            Arrays.fill(file, start, start + GOOD.length / 4, (byte) 0);
            failure(file);
        }
        byte[] half = GOOD.clone();
        Arrays.fill(half, GOOD.length / 2, GOOD.length, (byte) 0);
        failure(half);
        assertTrue(failure(changed("glyf", glyf -> Arrays.fill(glyf, (byte) 0)))
                .message()
                .contains("'loca'"));
        assertTrue(failure(changed("loca", loca -> Arrays.fill(loca, (byte) 0)))
                .message()
                .contains("'loca'"));
    }

    /** Outlines that the tables promise, in a file whose sums are right, and that Java cannot draw. */
    @Test
    void outlinesThatDoNotComeOut() {
        String message =
                failure(TestFont.of(GOOD).withUnreadableOutlines().file()).message();
        assertTrue(message.contains("outline of U+"), message);
        assertTrue(message.contains("cannot be drawn"), message);
    }

    /** Only lines that need its vertical forms know that a font has lost them. */
    @Test
    void aDamagedTableOfVerticalForms() throws Exception {
        TestFont good = TestFont.of(FontShelf.bytes("/fonts/motoya-cedar-part"));
        byte[] damaged = good.table("GSUB");
        damaged[4] = 100; // the scripts are beyond its end
        shelf.write("font.ttf", good.with("GSUB", damaged).file());
        ServeException thrown = assertThrows(ServeException.class, () -> vertical("a\\u12540?"));
        assertEquals(FailureKind.FONT_CORRUPT, thrown.failure().kind());
        assertTrue(
                thrown.failure().message().contains("'GSUB', which has the vertical form of U+30FC"),
                thrown.failure().message());
        assertTrue(vertical("aA").total() > 0);
        assertTrue(Ink.of(shelf.fonts(), "{\\fonttbl{\\f0 Font;}}\\f0 \\u12540?", 300, 0)
                        .total()
                > 0);
        // an error image is drawn in another font
        TextFonts tolerant = shelf.config().tolerant();
        String text = "{\\fonttbl{\\f0 Font;}}\\stextflow1\\f0 a\\u12540?";
        assertTrue(Ink.of(shelf.open().of(tolerant), TextDialect.TEXT_PS, text, 0, 100)
                        .total()
                > 0);
    }

    private Ink vertical(String text) throws ServeException {
        return Ink.of(shelf.fonts(), TextDialect.TEXT_PS, "{\\fonttbl{\\f0 Font;}}\\stextflow1\\f0 " + text, 0, 100);
    }

    @Test
    void fontsWithoutOutlinesAreAnotherKind() throws Exception {
        TestFont bitmaps = TestFont.of(GOOD).without("glyf").without("loca").with("EBDT", new byte[4]);
        shelf.write("font.ttf", bitmaps.file());
        Failure failure = assertThrows(ServeException.class, () -> Ink.of(shelf.fonts(), TEXT, 300, 0))
                .failure();
        assertEquals(FailureKind.REQUEST_UNSUPPORTED, failure.kind());
        assertTrue(failure.message().contains("bitmaps"), failure.message());
        assertEquals(0, shelf.bad());
        // an error image is drawn in another font
        TextFonts tolerant = shelf.config().tolerant();
        assertTrue(Ink.of(shelf.open().of(tolerant), TEXT, 300, 0).total() > 0);
    }

    @Test
    void anErrorImageIsDrawnInAnotherFontThanOneWithUnreadableOutlines() throws Exception {
        shelf.write("font.ttf", TestFont.of(GOOD).withUnreadableOutlines().file());
        TextFonts tolerant = shelf.config().tolerant();
        assertTrue(Ink.of(shelf.open().of(tolerant), TEXT, 300, 0).total() > 0);
    }

    /** Either a damaged font is refused, or text comes out as of the sound one. */
    @ParameterizedTest
    @ValueSource(strings = {"TrueType", "OpenType", "Type 1"})
    void damagedFontsNeverDrawAnythingElse(String format) throws Exception {
        byte[] sound = switch (format) {
            case "TrueType" -> GOOD;
            case "OpenType" -> TestFont.of(GOOD).withCffBoxes().file();
            default -> TinyType1.file();
        };
        Set<String> before = temporaryFiles();
        Ink right = ink(sound);
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            byte[] file = damaged(sound, random, i % 4, format.equals("Type 1"));
            try {
                assertTrue(ink(file).isLike(right), "damage " + i);
            } catch (ServeException e) {
                assertEquals(
                        FailureKind.FONT_CORRUPT,
                        e.failure().kind(),
                        e.failure().message());
                refused++;
            }
        }
        assertTrue(refused > 50, "only " + refused + " were refused");
        assertEquals(Set.of(), ours(before));
        // and the server draws on
        assertTrue(Ink.of(FontShelf.builtIn(), "word", 0, 0).total() > 0);
    }

    /** Letters before the outlines of Type 1 may be others without anybody's noticing. */
    private static byte[] damaged(byte[] sound, Random random, int kind, boolean type1) {
        byte[] file = sound.clone();
        int safe = type1 ? new String(sound, StandardCharsets.ISO_8859_1).indexOf("eexec") : 0;
        int start = safe + random.nextInt(sound.length - safe);
        switch (kind) {
            case 0 -> file[start] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(file, start, Math.min(sound.length, start + 1 + random.nextInt(2000)), (byte) 0);
            case 2 -> file[safe + random.nextInt(300)] = (byte) random.nextInt(256);
            default -> file = Arrays.copyOf(sound, start);
        }
        return file;
    }

    private static byte[] changed(String table, Consumer<byte[]> change) {
        TestFont font = TestFont.of(GOOD);
        byte[] bytes = font.table(table);
        change.accept(bytes);
        return font.with(table, bytes).file();
    }

    @Test
    void aDamagedFontIsTriedOnce() throws Exception {
        shelf = new FontShelf(folder, 10).map("Font", false, false, "font.ttf");
        shelf.write("font.ttf", Arrays.copyOf(GOOD, 1000));
        Failure first = assertThrows(ServeException.class, () -> Ink.of(shelf.fonts(), TEXT, 300, 0))
                .failure();
        Failure second = assertThrows(ServeException.class, () -> Ink.of(shelf.fonts(), TEXT, 300, 0))
                .failure();
        assertEquals(first.message(), second.message());
        assertTrue(second instanceof Failure.Known);
        assertTrue(ink(GOOD).total() > 0);
    }

    @Test
    void aDamagedFontThatIsTakenAwayIsNotKnownAnyLonger() throws Exception {
        shelf = new FontShelf(folder, 10).map("Font", false, false, "font.ttf");
        failure(Arrays.copyOf(GOOD, 1000));
        assertEquals(1, shelf.bad());
        shelf.delete("font.ttf");
        assertThrows(ServeException.class, () -> Ink.of(shelf.fonts(), TEXT, 300, 0));
        assertEquals(0, shelf.bad());
    }

    private static Set<String> ours(Set<String> before) throws IOException {
        Set<String> now = temporaryFiles();
        now.removeAll(before);
        return now;
    }

    private static Set<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("understudy-font"))
                    .collect(Collectors.toSet());
        }
    }
}
