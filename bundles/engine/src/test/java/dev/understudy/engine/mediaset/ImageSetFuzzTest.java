package dev.understudy.engine.mediaset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of sets that somebody else has thought of: entries come out, or the client's fault, before long. */
class ImageSetFuzzTest {

    /** Of the processor: other load does not count. */
    private static final long MOST_NANOS = 3_000_000_000L;

    static Stream<Arguments> texts() {
        return Stream.of(
                        "shop/a;shop/a_sw;1,shop/b;{0xff0000 Red}",
                        "{a,b;c},(d:e;f),{{{g}}}",
                        "a?wid=3?b,%7B%zz,;;:,{0X00ff00 %41}",
                        "a,,{},(),({)}")
                .map(text -> Arguments.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("texts")
    @FuzzTest
    void set(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            List<SetEntry> entries = ImageSetReader.read(text);
            assertTrue(ImageSetReader.isBalanced(text), text);
            assertEquals(entries, ImageSetReader.read(text + ", ,"), text);
            for (SetEntry entry : entries) {
                assertFalse(entry.pages().isEmpty(), text);
            }
        } catch (ServeException e) {
            assertTrue(
                    Set.of(FailureKind.REQUEST_MALFORMED, FailureKind.SIZE_LIMIT)
                            .contains(e.failure().kind()),
                    e.failure()::message);
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertTrue(nanos < MOST_NANOS, () -> nanos / 1_000_000 + " ms");
    }
}
