package dev.understudy.codec.jpeg.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HuffmanCodeTest {

    @Test
    void oneSymbolHasOneBit() {
        int[] counts = new int[256];
        counts[77] = 5;
        HuffmanCode code = new HuffmanCode(counts);
        assertEquals(1, code.length(77));
        assertEquals(0, code.code(77));
        assertEquals(0, code.length(78));
        assertEquals("1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 77", written(code));
    }

    @Test
    void frequentSymbolsAreShort() {
        int[] counts = new int[256];
        counts[3] = 100;
        counts[1] = 20;
        counts[2] = 20;
        counts[9] = 1;
        assertEquals("1 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 3 1 2 9", written(new HuffmanCode(counts)));
    }

    @Test
    void codesAreNeverLongerThanSixteenBits() {
        int[] counts = new int[256];
        long last = 1;
        long next = 1;
        for (int i = 0; i < 40; i++) {
            counts[i] = (int) next;
            long sum = last + next;
            last = next;
            next = sum;
        }
        assertSound(counts);
    }

    @Test
    void randomCounts() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int[] counts = new int[256];
            int symbols = 1 + random.nextInt(256);
            for (int i = 0; i < symbols; i++) {
                counts[random.nextInt(256)] = 1 + (int) Math.exp(random.nextDouble() * random.nextInt(21));
            }
            assertSound(counts);
        }
    }

    /** No code begins another one, none is all ones, none is longer than 16, and all are as short as can be, nearly. */
    private static void assertSound(int[] counts) {
        HuffmanCode code = new HuffmanCode(counts);
        double places = 0;
        double bits = 0;
        double information = 0;
        double total = 0;
        for (int count : counts) {
            total += count;
        }
        for (int i = 0; i < 256; i++) {
            assertEquals(counts[i] > 0, code.length(i) > 0);
            if (counts[i] > 0) {
                places += Math.pow(2, -code.length(i));
                assertTrue(code.length(i) <= 16);
                assertTrue(code.code(i) < (1 << code.length(i)) - 1, "all ones");
                bits += (double) counts[i] * code.length(i);
                information -= counts[i] * Math.log(counts[i] / total) / Math.log(2);
                for (int j = 0; j < i; j++) {
                    assertTrue(counts[j] == 0 || !begins(code, i, j) && !begins(code, j, i));
                }
            }
        }
        assertTrue(places < 1);
        assertTrue(bits <= information + total, bits + " bits for " + information);
    }

    private static boolean begins(HuffmanCode code, int shorter, int longer) {
        int more = code.length(longer) - code.length(shorter);
        return more >= 0 && code.code(longer) >> more == code.code(shorter);
    }

    private static String written(HuffmanCode code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        code.writeTo(out);
        StringBuilder text = new StringBuilder();
        for (byte value : out.toByteArray()) {
            text.append(text.isEmpty() ? "" : " ").append(value & 0xff);
        }
        return text.toString();
    }
}
