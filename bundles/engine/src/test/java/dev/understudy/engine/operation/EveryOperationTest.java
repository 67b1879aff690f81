package dev.understudy.engine.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.understudy.engine.color.Rgb;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that every operation keeps. */
class EveryOperationTest {

    private static final PixelScale SCALE = new PixelScale(0.7, 0.5);

    static Stream<PixelOperation> operations() {
        return Stream.of(
                new BlurOperation(0.8),
                new BlurOperation(9),
                new BrightnessOperation(-30),
                new ColorBalanceOperation(10, -20, 30),
                new ColorizeOperation(new Color(200, 100, 0, 255), true, 40),
                new ColorizeOperation(new Color(200, 100, 0, 255), false, 0),
                new ContrastOperation(40),
                new GrowMaskOperation(-3, true),
                new GrowMaskOperation(3, false),
                new GrowOperation(-4),
                new GrowOperation(5),
                new HueOperation(70),
                new InvertOperation(),
                new NoiseOperation(30, false, false),
                new NoiseOperation(30, true, true),
                new SaturationOperation(60),
                new SharpenOperation(),
                new UnsharpMaskOperation(1.5, 2, 3, false, true),
                new UnsharpMaskOperation(1.5, 7, 3, true, false));
    }

    @Test
    void noneIsMissingHere() {
        List<Class<?>> tried =
                operations().<Class<?>>map(Object::getClass).distinct().toList();
        assertEquals(
                List.of(),
                permitted(PixelOperation.class)
                        .filter(type -> !tried.contains(type))
                        .toList());
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isInterface()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryOperationTest::permitted)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theSizeStaysAndSoDoesWhetherThereIsOpacity(PixelOperation operation) {
        RandomRasters.kinds(24, 18).forEach(before -> {
            Pixels given = operation.colorModel() == PixelFilter.ColorModel.ANY ? before : Rgb.of(before);
            Pixels after = operation.apply(RandomRasters.raster(given, SCALE));
            assertEquals(given.width(), after.width());
            assertEquals(given.height(), after.height());
            assertEquals(given.alpha() == null, after.alpha() == null);
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theGivenPixelsAreNotWrittenTo(PixelOperation operation) {
        Pixels before = RandomRasters.pixels(Samples.RGB, true, 24, 18);
        operation.apply(RandomRasters.raster(before, SCALE));
        Pixels again = RandomRasters.pixels(Samples.RGB, true, 24, 18);
        for (int p = 0; p < 3; p++) {
            assertArrayEquals(again.plane(p).samples(), before.plane(p).samples());
        }
        assertArrayEquals(again.alpha().samples(), before.alpha().samples());
    }

    /** With the neighbors that it says it needs, a part comes out as that part of the whole. */
    @ParameterizedTest
    @MethodSource("operations")
    void aPartIsThatPartOfTheWhole(PixelOperation operation) throws Exception {
        Raster whole = RandomRasters.raster(RandomRasters.pixels(Samples.RGB, true, 90, 70), SCALE);
        OperationChain chain = new OperationChain(List.of(operation));
        Pixels all = chain.apply(whole, whole.area());
        for (Region part : List.of(new Region(40, 45, 8, 5), new Region(-3, 11, 10, 10), new Region(60, 60, 27, 21))) {
            Region needed = chain.needed(part, whole.area(), SCALE);
            Pixels cut = chain.apply(new Raster(cut(whole, needed), needed, SCALE), part);
            Plane alpha = cut(all.alpha(), part, whole.area());
            for (int p = 0; p < 3; p++) {
                assertNear(cut(all.plane(p), part, whole.area()), cut.plane(p), alpha, operation);
            }
            assertNear(alpha, cut.alpha(), null, operation);
        }
    }

    /** Within a level of what is seen: the tails of curves are cut off, and the fainter a color is, the more they weigh in it. */
    private static void assertNear(Plane expected, Plane actual, Plane alpha, PixelOperation operation) {
        for (int i = 0; i < expected.samples().length; i++) {
            int opacity = alpha == null ? 255 : alpha.samples()[i] & 0xff;
            int difference = Math.abs((expected.samples()[i] & 0xff) - (actual.samples()[i] & 0xff));
            assertTrue(difference * opacity <= 255, operation + " at " + i + ": " + difference);
        }
    }

    private static Pixels cut(Raster whole, Region part) {
        Pixels pixels = whole.pixels();
        return new Pixels(
                pixels.samples(),
                pixels.planes().stream()
                        .map(plane -> cut(plane, part, whole.area()))
                        .toList(),
                cut(pixels.alpha(), part, whole.area()),
                null);
    }

    private static Plane cut(Plane plane, Region part, Region area) {
        Plane cut = Plane.blank(part.width(), part.height());
        for (int i = 0; i < cut.samples().length; i++) {
            int x = part.x() - area.x() + i % part.width();
            int y = part.y() - area.y() + i / part.width();
            cut.samples()[i] = (byte) plane.at(x, y);
        }
        return cut;
    }

    /** What is declared is held at a time; what is allocated in all may be more, by components that come one after the other. */
    @ParameterizedTest
    @MethodSource("operations")
    void theDeclaredMemoryIsNeitherTooSmallNorFarTooLarge(PixelOperation operation) {
        Raster raster = RandomRasters.raster(RandomRasters.pixels(Samples.RGB, true, 500, 400), SCALE);
        operation.apply(raster);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        operation.apply(raster);
        double allocated =
                threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        double declared = operation.memory(500 * 400);
        assertTrue(allocated <= 2.2 * declared + 200_000, operation + " allocates " + allocated / declared);
        assertTrue(allocated >= 0.45 * declared, operation + " allocates " + allocated / declared);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void reachIsNeverNegative(PixelOperation operation) {
        assertTrue(operation.reach(SCALE) >= 0);
        assertTrue(operation.reach(new PixelScale(0.001, 0.001)) >= 0);
    }
}
