package dev.understudy.http.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as bytes of a line, beside the same as strings. */
class LineBufferTest {

    private static String written(Consumer<LineBuffer> action) {
        LineBuffer line = new LineBuffer();
        action.accept(line);
        return new String(line.bytes(), 0, line.length(), StandardCharsets.UTF_8);
    }

    @Test
    void eachCharacterIsEncodedWhereverItStands() {
        for (char c = 0; c < 0x2100; c++) {
            for (int before = 0; before < 9; before++) {
                String value = "a".repeat(before) + c + "b".repeat(9);
                assertEquals(LogFieldEncoder.encode(value), written(line -> line.field(value)), "U+" + (int) c);
            }
        }
    }

    @Test
    void valuesOfAllLengthsAreEncodedAndCut() {
        Random random = new Random(7);
        for (int length = 0; length < 12_000; length += 1 + random.nextInt(97)) {
            String alphabet = length % 2 == 0 ? "abcXYZ019~!/?&=" : "ab %\u00fc\n";
            StringBuilder value = new StringBuilder();
            for (int i = 0; i < length; i++) {
                value.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = value.toString();
            assertEquals(LogFieldEncoder.encode(text), written(line -> line.field(text)));
            assertEquals(text, written(line -> line.text(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, 12_345_678_901L, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void numbers(long number) {
        assertEquals(Long.toString(number), written(line -> line.number(number)));
    }

    @Test
    void digitsAreFilledUpWithZeros() {
        assertEquals("007042", written(line -> {
            line.digits(7, 3);
            line.digits(42, 3);
        }));
    }

    @Test
    void aBufferThatIsClearedBeginsAnew() {
        assertEquals("b\n", written(line -> {
            line.text("a");
            line.end();
            line.clear();
            line.text("b");
            line.end();
            assertEquals(1, line.lines());
        }));
    }
}
