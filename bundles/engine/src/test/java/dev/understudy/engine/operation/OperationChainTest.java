package dev.understudy.engine.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OperationChainTest {

    private static final PixelScale HALF = new PixelScale(0.5, 0.5);
    private static final Region ALL = new Region(-10, 20, 40, 30);

    /**
     * A slow mean of neighbors, to see that a filter gets them.
     *
     * @param radius pixels of the composite
     */
    private record MeanFilter(double radius, ColorModel colorModel) implements PixelFilter {

        @Override
        public int reach(PixelScale scale) {
            return (int) Math.ceil(radius * scale.composite());
        }

        @Override
        public long memory(long pixels) {
            return 10 * pixels;
        }

        @Override
        public Pixels apply(Raster raster) {
            Pixels pixels = raster.pixels();
            List<Plane> planes = pixels.planes().stream()
                    .map(plane -> mean(plane, reach(raster.scale())))
                    .toList();
            return new Pixels(pixels.samples(), planes, pixels.alpha(), null);
        }

        private static Plane mean(Plane plane, int reach) {
            byte[] means = new byte[plane.width() * plane.height()];
            for (int i = 0; i < means.length; i++) {
                double sum = 0;
                for (int dy = -reach; dy <= reach; dy++) {
                    for (int dx = -reach; dx <= reach; dx++) {
                        int x = Math.max(0, Math.min(plane.width() - 1, i % plane.width() + dx));
                        int y = Math.max(0, Math.min(plane.height() - 1, i / plane.width() + dy));
                        sum += plane.at(x, y);
                    }
                }
                means[i] = (byte) Math.round(sum / ((2 * reach + 1) * (2 * reach + 1)));
            }
            return new Plane(plane.width(), plane.height(), means);
        }
    }

    private static OperationChain chain(PixelFilter... filters) {
        return new OperationChain(List.of(filters));
    }

    private static MeanFilter mean(double radius) {
        return new MeanFilter(radius, PixelFilter.ColorModel.ANY);
    }

    private static Pixels noise(Region area) {
        byte[] samples = new byte[area.width() * area.height()];
        new Random(area.hashCode()).nextBytes(samples);
        return new Pixels(Samples.GRAY, List.of(new Plane(area.width(), area.height(), samples)), null, null);
    }

    private static Pixels cut(Pixels pixels, Region of, Region part) throws ServeException {
        return chain().apply(new Raster(pixels, of, HALF), part);
    }

    @Test
    void withoutFiltersNothingIsNeededOrCopied() throws Exception {
        Region part = new Region(0, 30, 10, 10);
        Pixels pixels = noise(part);
        assertEquals(part, chain().needed(part, ALL, HALF));
        assertEquals(0, chain().memory(1000));
        assertSame(pixels, chain().apply(new Raster(pixels, part, HALF), part));
    }

    @Test
    void reachesAddUpAndEndWhereThereIsNothingMore() {
        Region part = new Region(0, 30, 10, 10);
        assertEquals(new Region(-3, 27, 16, 16), chain(mean(4), mean(2)).needed(part, ALL, HALF));
        assertEquals(new Region(-10, 20, 31, 30), chain(mean(40), mean(2)).needed(new Region(-8, 22, 8, 8), ALL, HALF));
        PixelFilter everything = new MeanFilter(Double.MAX_VALUE, PixelFilter.ColorModel.ANY);
        assertEquals(ALL, chain(everything, everything).needed(part, ALL, HALF));
        assertEquals(part, chain(new InvertOperation()).needed(part, ALL, HALF));
    }

    @Test
    void aPartIsThatPartOfTheWhole() throws Exception {
        OperationChain chain = chain(mean(4), new InvertOperation(), mean(2));
        Pixels all = noise(ALL);
        Pixels whole = chain.apply(new Raster(all, ALL, HALF), ALL);
        for (Region part :
                List.of(new Region(0, 30, 10, 10), new Region(-10, 20, 1, 1), new Region(25, 20, 5, 30), ALL)) {
            Region needed = chain.needed(part, ALL, HALF);
            Pixels seen = chain.apply(new Raster(cut(all, ALL, needed), needed, HALF), part);
            assertArrayEquals(
                    cut(whole, ALL, part).plane(0).samples(), seen.plane(0).samples(), part.toString());
        }
    }

    @Test
    void colorsComeAsTheFilterWantsThem() throws Exception {
        Region area = new Region(0, 0, 4, 4);
        MeanFilter rgb = new MeanFilter(0, PixelFilter.ColorModel.RGB);
        assertEquals(
                Samples.RGB,
                chain(rgb).apply(new Raster(noise(area), area, HALF), area).samples());
        assertEquals(
                Samples.GRAY,
                chain(mean(0)).apply(new Raster(noise(area), area, HALF), area).samples());
        Plane half = new Plane(4, 4, filled(128));
        Pixels luma = new Pixels(Samples.YCC, List.of(new Plane(4, 4, filled(55)), half, half), null, null);
        Pixels inverted = chain(new InvertOperation()).apply(new Raster(luma, area, HALF), area);
        assertEquals(Samples.RGB, inverted.samples());
        assertEquals(200, inverted.plane(2).at(3, 3));
    }

    private static byte[] filled(int value) {
        byte[] samples = new byte[16];
        Arrays.fill(samples, (byte) value);
        return samples;
    }

    @Test
    void memoryIsThatOfTheHungriestFilterAndOfWhatItIsGiven() {
        assertEquals(14_000, chain(mean(1), new InvertOperation(), mean(2)).memory(1000));
        assertEquals(8_000, chain(new InvertOperation()).memory(1000));
    }

    @Test
    void stopsWhenTheRequestHasBeenGivenUp() {
        Region area = new Region(0, 0, 4, 4);
        Thread.currentThread().interrupt();
        try {
            ServeException thrown = assertThrows(
                    ServeException.class,
                    () -> chain(new InvertOperation()).apply(new Raster(noise(area), area, HALF), area));
            assertEquals(FailureKind.SERVER_OVERLOADED, thrown.failure().kind());
        } finally {
            Thread.interrupted();
        }
    }
}
