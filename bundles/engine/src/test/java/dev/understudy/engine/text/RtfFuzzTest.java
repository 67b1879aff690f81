package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that somebody else has thought of: each is formatted as far as it makes sense, or the client's fault, before long. */
class RtfFuzzTest {

    /** Of the processor: other load does not count. */
    private static final long MOST_NANOS = 10_000_000_000L;

    static Stream<Arguments> texts() {
        return Stream.of(
                        "plain text",
                        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Noto Sans;}{\\f1 Noto;}}{\\colortbl;\\red255\\green0\\blue9;}"
                                + "\\f1\\fs40\\cf1\\b bold\\b0\\par\\pard\\qj\\li200\\ri100\\fi-50 a\\tab b\\line c}",
                        "\\vertalc\\qc center\\par\\sb100\\sa20\\sl240\\slmult1 more \\'e4\\u1234?\\uc2\\u-3?? \\~\\_\\-",
                        "{\\*\\iscolortbl 1,2,3;ff0000;;}\\iscolor1{\\super a}{\\sub b}\\expnd20\\kerning0\\caps x\\scaps y",
                        "\\copyfit1\\copyfitmaxlines2\\charscalex50\\charscaley200\\rtlch \u05d0\u05d1 (c)\\ltrch {{{}}}\\}",
                        "\\cmykcolortbl\\cyan100\\magenta0;\\fs99999999999\\li-99999\\up9\\dn9\\ulw\\strike")
                .map(text -> Arguments.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("texts")
    @FuzzTest
    void text(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (TextDialect dialect : TextDialect.values()) {
            for (String word : Rtf.ignoredWords(text, dialect, dialect == TextDialect.TEXT_PS)) {
                assertTrue(word.startsWith("\\"), word);
            }
        }
        try {
            Rtf.colors(text);
            Ink ink = Ink.of(FontShelf.builtIn(), text, 90, 60);
            assertTrue(ink.width() == 90 && ink.height() == 60, ink.width() + "x" + ink.height());
        } catch (ServeException e) {
            assertFalse(e.failure().message().isBlank());
            assertTrue(
                    e.failure().kind() == FailureKind.PARAMETER_INVALID
                            || e.failure().kind() == FailureKind.SIZE_LIMIT,
                    e.failure()::message);
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertTrue(nanos < MOST_NANOS, () -> nanos / 1_000_000 + " ms");
    }
}
