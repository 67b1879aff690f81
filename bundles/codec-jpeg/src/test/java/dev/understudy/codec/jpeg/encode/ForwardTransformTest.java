package dev.understudy.codec.jpeg.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ForwardTransformTest {

    private final byte[][] rows = new byte[8][ForwardTransform.LENGTH];

    @Test
    void noise() {
        Random random = new Random(1);
        for (byte[] row : rows) {
            random.nextBytes(row);
        }
        assertIsTheStandards(0);
        assertIsTheStandards(0xff);
    }

    @Test
    void extremes() {
        for (int block = 0; block < ForwardTransform.BLOCKS; block++) {
            for (int i = 0; i < 64; i++) {
                boolean white = (i / 8 * (block & 7) + i % 8 * (block >> 3)) % 8 < 4;
                rows[i / 8][block * 8 + i % 8] = (byte) (white ? 255 : 0);
            }
        }
        assertIsTheStandards(0);
    }

    private void assertIsTheStandards(int flip) {
        assertIsTheStandards(flip, false);
        assertIsTheStandards(flip, true);
    }

    private void assertIsTheStandards(int flip, boolean vectors) {
        ForwardTransform transform = new ForwardTransform(flip, vectors);
        for (int row = 0; row < 8; row++) {
            transform.load(row, rows[row]);
        }
        transform.run();
        for (int block = 0; block < ForwardTransform.BLOCKS; block++) {
            double[] samples = new double[64];
            for (int i = 0; i < 64; i++) {
                samples[i] = ((rows[i / 8][block * 8 + i % 8] ^ flip) & 0xff) - 128;
            }
            double[] expected = SlowTransform.forward(samples);
            for (int i = 0; i < 64; i++) {
                int row = ForwardTransform.frequency(i / 8);
                int column = ForwardTransform.frequency(i % 8);
                double actual = transform.results(i % 8)[i / 8 * ForwardTransform.BLOCKS + block]
                        / (ForwardTransform.scale(row) * ForwardTransform.scale(column));
                assertEquals(expected[row * 8 + column], actual, 1e-3);
            }
        }
    }
}
