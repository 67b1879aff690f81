package dev.understudy.tools.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines of logs that somebody else has thought of: a request that is found can be sent, and is found in what is sent. */
class LogLineFuzzTest {

    /** Of the processor: other load does not count. */
    private static final long MOST_NANOS = 3_000_000_000L;

    static Stream<Arguments> lines() {
        return Stream.of(
                        "10.0.0.1 - - [01/Dec/2026:00:00:00 +0000] \"GET /is/image/shop/a?wid=3 HTTP/1.1\" 200 12",
                        "https://images.example/is/image/shop/a%20b?$m$&wid=1#x",
                        "GET [/is/content/shop/a%2520b] 200",
                        "//host/ir/render/a",
                        "x 'y' /is/image/\u00e4?\u00fc \"z\"",
                        "# comment")
                .map(text -> Arguments.of(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @MethodSource("lines")
    @FuzzTest
    void line(byte[] input) {
        String line = new String(input, StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", " ");
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Optional<RequestTarget> found = TargetLine.target(line);
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertTrue(nanos < MOST_NANOS, () -> nanos / 1_000_000 + " ms");
        if (found.isPresent()) {
            String sent = found.get().toString();
            assertEquals(found, RequestTarget.of(sent), line);
            assertTrue(sent.chars().allMatch(c -> c <= 0x7f), line);
        }
    }
}
