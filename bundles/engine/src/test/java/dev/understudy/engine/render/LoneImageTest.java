package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.RenderPlans.JPEG;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.color.Rgb;
import dev.understudy.engine.operation.BlurOperation;
import dev.understudy.engine.operation.InvertOperation;
import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.engine.operation.SharpenOperation;
import dev.understudy.engine.operation.UnsharpMaskOperation;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Images that are drawn without a canvas, beside the same that have something invisible on top and are composed. */
class LoneImageTest {

    private static final PixelOperation MASK = new UnsharpMaskOperation(1.5, 1, 0, false, false);
    private static final PixelOperation LUMA_MASK = new UnsharpMaskOperation(1.5, 1, 0, true, false);

    private final Fixtures fixtures = new Fixtures();
    // away from black and white, where RGB ends before luma and chroma do
    private final SourceKey jpeg = fixtures.add(
            "jpeg",
            Fixtures.pixels(
                    Samples.YCC,
                    null,
                    plane(64, 48, (x, y) -> (x / 7 + y / 5) % 2 == 0 ? 105 : 150),
                    plane(32, 24, (x, y) -> 118 + x / 2),
                    plane(32, 24, (x, y) -> 140 - y)));

    private Pixels alone(ViewPlan view, OutputPlan output, PixelOperation... operations) throws ServeException {
        return fixtures.render(
                plan(view, output, image(0, jpeg).operations(operations).build()));
    }

    private Pixels composed(ViewPlan view, PixelOperation... operations) throws ServeException {
        return fixtures.render(plan(
                view,
                PNG,
                image(0, jpeg).operations(operations).build(),
                color(1, Color.TRANSPARENT, 3, 3).build()));
    }

    static Stream<List<PixelOperation>> operations() {
        return Stream.of(
                List.of(),
                List.of(MASK),
                List.of(LUMA_MASK),
                List.of(new SharpenOperation()),
                List.of(new BlurOperation(1.3)),
                List.of(new InvertOperation()),
                List.of(new BlurOperation(0.7), MASK));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void itIsTheSameAsComposed(List<PixelOperation> operations) throws Exception {
        PixelOperation[] all = operations.toArray(new PixelOperation[0]);
        for (ViewPlan view : List.of(view().build(), view().wid(40).build())) {
            assertNear(composed(view, all), Rgb.of(alone(view, PNG, all)), 2);
            // chroma of JPEG is as coarse as it is written
            assertNear(composed(view, all), Rgb.of(alone(view, JPEG, all)), 8);
        }
    }

    private static void assertNear(Pixels expected, Pixels actual, double tolerance) {
        assertEquals(expected.width(), actual.width());
        assertEquals(expected.height(), actual.height());
        for (int p = 0; p < 3; p++) {
            for (int y = 0; y < expected.height(); y++) {
                for (int x = 0; x < expected.width(); x++) {
                    assertEquals(
                            expected.plane(p).at(x, y), actual.plane(p).at(x, y), tolerance, p + " at " + x + "," + y);
                }
            }
        }
    }

    @Test
    void sharpeningByLumaLeavesAJpegInLumaAndChroma() throws Exception {
        Pixels plain = alone(view().wid(40).build(), JPEG);
        Pixels sharp = alone(view().wid(40).build(), JPEG, LUMA_MASK);
        assertEquals(Samples.YCC, sharp.samples());
        assertEquals(20, sharp.plane(1).width());
        assertTrue(spread(sharp.plane(0)) > spread(plain.plane(0)));
        assertArrayEquals(plain.plane(1).samples(), sharp.plane(1).samples());
        assertArrayEquals(plain.plane(2).samples(), sharp.plane(2).samples());
    }

    /** What becomes lighter than white there is white, and not of another color. */
    @Test
    void eachColorEndsAtBlackAndWhite() throws Exception {
        SourceKey bright = fixtures.add(
                "bright",
                Fixtures.pixels(
                        Samples.YCC,
                        null,
                        plane(64, 48, (x, y) -> x / 8 % 2 == 0 ? 245 : 60),
                        plane(64, 48, (x, y) -> x / 8 % 2 == 0 ? 124 : 140),
                        plane(64, 48, (x, y) -> x / 8 % 2 == 0 ? 126 : 120)));
        PixelOperation strong = new UnsharpMaskOperation(5, 20, 0, false, false);
        LayerPlan layer = image(0, bright).operations(strong).build();
        Pixels composed = fixtures.render(plan(
                view().build(), PNG, layer, color(1, Color.TRANSPARENT, 3, 3).build()));
        assertNear(composed, Rgb.of(fixtures.render(plan(view().build(), PNG, layer))), 2);
        assertNear(composed, Rgb.of(fixtures.render(plan(view().build(), JPEG, layer))), 2);
    }

    @Test
    void otherOperationsTakeFullChroma() throws Exception {
        assertEquals(
                Samples.RGB,
                alone(view().build(), JPEG, new InvertOperation(), MASK).samples());
    }

    @Test
    void aPartHasItsNeighbors() throws Exception {
        Pixels whole = Rgb.of(alone(view().build(), PNG, MASK));
        ViewPlan part = view().rgn(13, 11, 21, 17).build();
        Pixels seen = Rgb.of(alone(part, PNG, MASK));
        Pixels written = Rgb.of(alone(part, JPEG, MASK));
        assertEquals(21, seen.width());
        for (int y = 0; y < 17; y++) {
            for (int x = 0; x < 21; x++) {
                assertEquals(whole.plane(1).at(13 + x, 11 + y), seen.plane(1).at(x, y), 1, x + "," + y);
                assertEquals(whole.plane(1).at(13 + x, 11 + y), written.plane(1).at(x, y), 8, x + "," + y);
            }
        }
        assertNotEquals(0, spread(seen.plane(0)));
    }

    private static int spread(Plane plane) {
        int least = 255;
        int most = 0;
        for (byte sample : plane.samples()) {
            least = Math.min(least, sample & 0xff);
            most = Math.max(most, sample & 0xff);
        }
        return most - least;
    }
}
