package dev.understudy.codec.jpeg.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.image.Plane;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the definition, in double precision and slowly. */
class InverseTransformTest {

    private static final int BLOCKS = 10_000;

    @ParameterizedTest
    @CsvSource({"8, 8", "4, 4", "2, 2", "1, 1", "8, 4", "4, 8", "4, 2", "2, 4", "2, 1", "1, 2"})
    void isWithinOneOfTheDefinition(int across, int down) {
        Random random = new Random(1180);
        double sum = 0;
        for (int i = 0; i < BLOCKS; i++) {
            int largest = new int[] {5, 256, 300}[i % 3];
            int[] block = forward(random, largest, i % 4 == 0 ? 4 : 8);
            double[][] right = right(block, across, down);
            Plane plane = transform(block, across, down);
            for (int y = 0; y < down; y++) {
                for (int x = 0; x < across; x++) {
                    double sample = Math.max(0, Math.min(255, right[y][x] + 128));
                    assertEquals(sample, plane.at(x, y), 1, "block " + i + " at " + x + "," + y);
                    sum += plane.at(x, y) - sample;
                }
            }
        }
        // halves are rounded up, and of what few coefficients make many are halves
        double bias = sum / BLOCKS / across / down;
        assertTrue(Math.abs(bias) < 0.07, "a bias of " + bias);
    }

    /** The rounded coefficients of random samples, of the lowest frequencies. */
    private static int[] forward(Random random, int largest, int frequencies) {
        double[][] samples = new double[8][8];
        for (double[] row : samples) {
            for (int x = 0; x < 8; x++) {
                row[x] = Math.max(-128, Math.min(127, random.nextInt(2 * largest + 1) - largest));
            }
        }
        int[] block = new int[65];
        for (int v = 0; v < frequencies; v++) {
            for (int u = 0; u < frequencies; u++) {
                double sum = 0;
                for (int y = 0; y < 8; y++) {
                    for (int x = 0; x < 8; x++) {
                        sum += samples[y][x] * wave(u, x, 8) * wave(v, y, 8);
                    }
                }
                block[8 * v + u] = (int) Math.rint(sum);
            }
        }
        return block;
    }

    private static double[][] right(int[] block, int across, int down) {
        double[][] samples = new double[down][across];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                for (int v = 0; v < down; v++) {
                    for (int u = 0; u < across; u++) {
                        samples[y][x] += block[8 * v + u] * wave(u, x, across) * wave(v, y, down);
                    }
                }
            }
        }
        return samples;
    }

    private static double wave(int frequency, int place, int size) {
        double scale = frequency == 0 ? Math.sqrt(0.5) : 1;
        return scale / 2 * Math.cos((2 * place + 1) * frequency * Math.PI / (2 * size));
    }

    private static Plane transform(int[] block, int across, int down) {
        ComponentLayout layout = new ComponentLayout(
                new FrameHeader.Component(1, 1, 1, 0),
                1,
                1,
                new ComponentLayout.Side(0, across, across),
                new ComponentLayout.Side(0, down, down));
        ComponentSamples samples = new ComponentSamples(layout);
        BlockBatch batch = new BlockBatch(samples);
        boolean flat = true;
        for (int v = 0; v < down; v++) {
            for (int u = 0; u < across; u++) {
                if (u + v > 0) {
                    batch.set(8 * v + u, block[8 * v + u]);
                    flat &= block[8 * v + u] == 0;
                }
            }
        }
        batch.add(block[0], flat, 0, 0);
        batch.flush();
        return samples.plane();
    }
}
