package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.codec.font.FontLoader;
import dev.understudy.codec.font.LoadedFont;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.testkit.codec.BytesSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Font files that somebody else has thought of: each is refused, or draws the same text twice, before long. */
class FontFuzzTest {

    /** Of the processor: other load does not count. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private static final Set<FailureKind> ANSWERS =
            Set.of(FailureKind.FONT_CORRUPT, FailureKind.REQUEST_UNSUPPORTED, FailureKind.PARAMETER_INVALID);

    private static final byte[] GOOD = FontShelf.bytes("NotoSansThai-Regular");

    /** A small font with glyphs for lines from top to bottom. */
    private static final byte[] VERTICAL = FontShelf.bytes("/fonts/motoya-cedar-part");

    @TempDir
    private static Path folder;

    static Stream<Arguments> files() {
        byte[] boxes = TestFont.of(GOOD).withCffBoxes().file();
        return Stream.of(
                        small(TestFont.of(GOOD)).file(),
                        small(TestFont.of(boxes)).file(),
                        collection(boxes),
                        VERTICAL,
                        TinyType1.file())
                .map(Arguments::of);
    }

    @MethodSource("files")
    @FuzzTest
    void font(byte[] file) throws IOException {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try (BytesSource source = new BytesSource(file)) {
            LoadedFont font = FontLoader.load(source);
            assertTrue(font.glyphs() > 0, "no glyphs");
            try (BytesSource again = new BytesSource(file)) {
                assertEquals(font.face(), FontLoader.load(again).face());
            }
            draw(file);
        } catch (ServeException e) {
            assertAnswer(e);
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertTrue(nanos < MOST_NANOS, () -> nanos / 1_000_000 + " ms");
    }

    private static void draw(byte[] file) throws IOException, ServeException {
        FontShelf shelf =
                new FontShelf(folder).map("Font", false, false, "font.ttf").write("font.ttf", file);
        String text = "{\\fonttbl{\\f0 Font;}}\\f0 aA0 \\u3652?";
        Ink first = Ink.of(shelf.fonts(), text, 200, 60);
        assertTrue(Ink.of(shelf.fonts(), text, 200, 60).isLike(first), "drawn otherwise the second time");
        Ink.of(shelf.fonts(), TextDialect.TEXT_PS, "\\stextflow1" + text + " \\u12300?\\u12540?", 60, 200);
    }

    private static void assertAnswer(ServeException e) {
        assertFalse(e.failure().message().isBlank());
        if (!ANSWERS.contains(e.failure().kind())) {
            throw new AssertionError(e);
        }
    }

    /** A font without what draws nothing: what is left is changed more often. */
    private static TestFont small(TestFont font) {
        for (String table : new String[] {"GPOS", "GSUB", "GDEF", "DSIG", "gasp", "prep", "fpgm", "cvt ", "meta"}) {
            font.without(table);
        }
        return font;
    }

    /** A collection of one font. */
    private static byte[] collection(byte[] font) {
        int shift = 16;
        byte[] file = new byte[font.length + shift];
        ByteBuffer out = ByteBuffer.wrap(file);
        out.putInt(0x74746366).putInt(0x00010000).putInt(1).putInt(shift).put(font);
        for (int row = shift + 12; row < shift + 12 + 16 * out.getShort(shift + 4); row += 16) {
            out.putInt(row + 8, out.getInt(row + 8) + shift);
        }
        return file;
    }
}
