package dev.understudy.http.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Starts of connections that somebody else has thought of: the header of a proxy is the same, and ends at the same byte, however the bytes arrive. */
class ProxyHeaderFuzzTest {

    static Stream<Arguments> starts() {
        byte[] binary = new byte[40];
        ByteBuffer.wrap(binary)
                .putInt(0x0d0a0d0a)
                .putInt(0x000d0a51)
                .putInt(0x5549540a)
                .putInt(0x2111000c);
        return Stream.of(
                Arguments.of((Object)
                        "PROXY TCP4 10.0.0.1 10.0.0.2 1 2\r\nGET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of((Object) "GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of((Object) "POST / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of((Object) binary));
    }

    @MethodSource("starts")
    @FuzzTest
    void start(byte[] bytes) {
        int atOnce = new ProxyHeader().skip(ByteBuffer.wrap(bytes), 0, bytes.length);
        assertTrue(atOnce >= 0 && atOnce <= bytes.length);
        for (int step : new int[] {1, 3, 16, 17}) {
            ProxyHeader header = new ProxyHeader();
            int end = bytes.length;
            for (int from = 0; from < bytes.length; from += step) {
                int to = Math.min(bytes.length, from + step);
                int at = header.skip(ByteBuffer.wrap(bytes), from, to);
                if (at < to) {
                    end = at;
                    break;
                }
            }
            assertEquals(atOnce, end, "in steps of " + step);
        }
    }

    @MethodSource("starts")
    @FuzzTest
    void finding(byte[] bytes) {
        ProxyHeaderFinding whole = ProxyHeaderFinding.of(ByteBuffer.wrap(bytes));
        for (int length = 0; length < bytes.length; length++) {
            ProxyHeaderFinding begun = ProxyHeaderFinding.of(ByteBuffer.wrap(bytes, 0, length));
            assertTrue(begun.equals(ProxyHeaderFinding.INCOMPLETE) || begun.equals(whole), begun + " at " + length);
        }
    }
}
