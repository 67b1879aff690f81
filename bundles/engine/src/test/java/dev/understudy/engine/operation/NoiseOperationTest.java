package dev.understudy.engine.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseOperationTest {

    private static final int SIDE = 200;

    private static Pixels middle() {
        byte[] samples = new byte[SIDE * SIDE];
        Arrays.fill(samples, (byte) 128);
        Plane plane = new Plane(SIDE, SIDE, samples);
        return new Pixels(Samples.RGB, List.of(plane, plane, plane), null, null);
    }

    private static Pixels noisy(NoiseOperation noise) {
        return noise.apply(RandomRasters.raster(middle(), RandomRasters.FULL));
    }

    @ParameterizedTest
    @CsvSource({"10,false", "10,true", "30,false", "3,true"})
    void hasTheStrengthAskedForAndChangesNoMean(int percent, boolean gaussian) {
        Pixels noisy = noisy(new NoiseOperation(percent, gaussian, false));
        for (Plane plane : noisy.planes()) {
            double sum = 0;
            double squares = 0;
            double most = 0;
            for (byte sample : plane.samples()) {
                double change = (sample & 0xff) - 128;
                sum += change;
                squares += change * change;
                most = Math.max(most, Math.abs(change));
            }
            double range = 2.55 * percent;
            assertEquals(0, sum / SIDE / SIDE, range / 50);
            assertEquals(range / Math.sqrt(3), Math.sqrt(squares / SIDE / SIDE), range / 50);
            assertEquals(gaussian, most > range + 1, "the farthest is " + most);
        }
    }

    @Test
    void neighborsAndComponentsHaveNothingInCommonUnlessMonochrome() {
        Pixels colored = noisy(new NoiseOperation(20, false, false));
        assertEquals(0, correlation(colored.plane(0), colored.plane(1), 0), 0.03);
        assertEquals(0, correlation(colored.plane(0), colored.plane(2), 0), 0.03);
        for (int distance : new int[] {1, 2, SIDE, SIDE + 1}) {
            assertEquals(0, correlation(colored.plane(0), colored.plane(0), distance), 0.03, "distance " + distance);
        }
        Pixels gray = noisy(new NoiseOperation(20, true, true));
        assertArrayEquals(gray.plane(0).samples(), gray.plane(1).samples());
        assertArrayEquals(gray.plane(0).samples(), gray.plane(2).samples());
    }

    private static double correlation(Plane first, Plane second, int distance) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i + distance < first.samples().length; i++) {
            double change = (first.samples()[i] & 0xff) - 128;
            products += change * ((second.samples()[i + distance] & 0xff) - 128);
            squares += change * change;
        }
        return products / squares;
    }

    @Test
    void isTheSameEachTimeAndInEachPart() throws Exception {
        NoiseOperation noise = new NoiseOperation(20, true, false);
        Pixels whole = noisy(noise);
        assertArrayEquals(whole.plane(1).samples(), noisy(noise).plane(1).samples());
        Pixels part = new OperationChain(List.of(noise))
                .apply(RandomRasters.raster(middle(), RandomRasters.FULL), new Region(20, 30, 9, 7));
        assertEquals(whole.plane(2).at(23 + 4, 19 + 5), part.plane(2).at(4, 5));
        assertFalse(Arrays.equals(
                whole.plane(0).samples(),
                noisy(new NoiseOperation(20, false, false)).plane(0).samples()));
    }

    @Test
    void grayStaysGrayAndOpacityStays() {
        Pixels before = RandomRasters.pixels(Samples.GRAY, true, 20, 10);
        Pixels after = new NoiseOperation(50, false, false).apply(RandomRasters.raster(before, RandomRasters.FULL));
        assertEquals(Samples.GRAY, after.samples());
        assertTrue(before.alpha() == after.alpha());
    }

    @Test
    void valuesAreRead() {
        assertEquals(Optional.empty(), NoiseOperation.SYNTAX.parse("0,gaussian,1"));
        assertEquals(Optional.of(new NoiseOperation(5, false, false)), NoiseOperation.SYNTAX.parse("5"));
        assertEquals(Optional.of(new NoiseOperation(100, true, true)), NoiseOperation.SYNTAX.parse("100, Gaussian,1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "101", "1.5", "5,normal", "5,uniform,2", "5,uniform,1,1"})
    void otherValuesAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> NoiseOperation.SYNTAX.parse(text));
    }
}
