package dev.understudy.tools.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.image.PixelSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HalvingFilterTest {

    private static final int BANDS = 2;

    /** Sizes of odd and even sides, some shorter than the filter. */
    private static final List<PixelSize> SIZES = List.of(
            new PixelSize(1, 1),
            new PixelSize(1, 9),
            new PixelSize(2, 3),
            new PixelSize(7, 5),
            new PixelSize(16, 16),
            new PixelSize(33, 22),
            new PixelSize(40, 1));

    @ParameterizedTest
    @EnumSource
    void halvesAsTheSumOverTheWholeSquareDoes(Downsampling downsampling) throws IOException {
        Random random = new Random(7);
        for (PixelSize size : SIZES) {
            float[][] rows = new float[size.height()][BANDS * size.width()];
            for (float[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = random.nextFloat();
                }
            }
            List<float[]> halved = new ArrayList<>();
            HalvingFilter filter =
                    new HalvingFilter(size, BANDS, downsampling.weights(), row -> halved.add(row.clone()));
            for (float[] row : rows) {
                filter.accept(row);
            }
            int width = (size.width() + 1) / 2;
            assertEquals((size.height() + 1) / 2, halved.size(), size + " rows");
            for (int y = 0; y < halved.size(); y++) {
                assertEquals(BANDS * width, halved.get(y).length);
                for (int i = 0; i < BANDS * width; i++) {
                    double expected = slow(rows, size, i / width, i % width, y, downsampling.weights());
                    assertEquals(expected, halved.get(y)[i], 1e-5, size + " at " + i + ", " + y);
                }
            }
        }
    }

    private static double slow(float[][] rows, PixelSize size, int band, int x, int y, float[] weights) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            for (int i = 0; i < weights.length; i++) {
                int column = Math.max(0, Math.min(size.width() - 1, 2 * x + 1 - weights.length / 2 + i));
                int row = Math.max(0, Math.min(size.height() - 1, 2 * y + 1 - weights.length / 2 + j));
                sum += (double) weights[i] * weights[j] * rows[row][band * size.width() + column];
            }
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource
    void weightsAreSymmetricAndSumUpToOne(Downsampling downsampling) {
        float[] weights = downsampling.weights();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            assertEquals(weights[weights.length - 1 - i], weights[i], 1e-7);
            sum += weights[i];
        }
        assertEquals(1, sum, 1e-6);
    }

    /** Computed by hand from the formulas. */
    @Test
    void weightsAreThoseOfTheirFilters() {
        double[] lanczos = {-0.008863, -0.041940, 0.116500, 0.434303};
        double[] sharp = {-0.023438, -0.070312, 0.148438, 0.445312};
        for (int i = 0; i < 4; i++) {
            assertEquals(lanczos[i], Downsampling.lanczos.weights()[i], 1e-4, "lanczos " + i);
            assertEquals(sharp[i], Downsampling.sharp.weights()[i], 1e-4, "sharp " + i);
        }
    }
}
