package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.Fixtures.rgb;
import static dev.understudy.engine.render.Fixtures.rgbAt;
import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.JPEG;
import static dev.understudy.engine.render.RenderPlans.MASK;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.PNG_ALPHA;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.operation.InvertOperation;
import dev.understudy.engine.path.PathDataReader;
import dev.understudy.engine.plan.Clip;
import dev.understudy.engine.plan.ClipPath;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.Flip;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.EmbeddedPath.Combination;
import dev.understudy.image.EmbeddedPath.Knot;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.source.SourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layers and composites of which paths leave but a part. */
class ClipPathTest {

    private static final Color BLUE = Color.ofRgb(0x0000ff);
    private static final Color RED = Color.ofRgb(0xff0000);
    private static final ClipPath LEFT_HALF = drawn("M0,0L20,0,20,30,0,30Z");

    private final Fixtures fixtures = new Fixtures();
    private final SourceKey green = fixtures.add("green", solid(40, 30, 0, 255, 0));
    private final SourceKey turned = fixtures.add("turned", solid(40, 30, 0, 255, 0), Orientation.ROTATED_90);

    ClipPathTest() {
        List<EmbeddedPath> paths =
                List.of(rectangle("Top left", 0, 0, 0.5, 0.5), rectangle("Middle", 0.25, 0.2, 0.75, 0.8));
        fixtures.paths.put("green", paths);
        fixtures.paths.put("turned", paths);
    }

    private static EmbeddedPath rectangle(String name, double left, double top, double right, double bottom) {
        List<Knot> knots = List.of(
                Knot.corner(left, top), Knot.corner(right, top), Knot.corner(right, bottom), Knot.corner(left, bottom));
        return new EmbeddedPath(name, false, List.of(new EmbeddedPath.Subpath(true, Combination.UNITE, knots)));
    }

    private static ClipPath drawn(String path) {
        return new ClipPath.Drawn(PathDataReader.read(path));
    }

    private static ClipPath embedded(String... names) {
        return new ClipPath.OfImage(List.of(names));
    }

    private Pixels alone(RenderPlans.LayerBuilder layer) throws ServeException {
        return fixtures.render(plan(view().build(), PNG_ALPHA, layer.build()));
    }

    @Test
    void whatLiesOutsideIsTransparentWithItsFill() throws Exception {
        Pixels out = alone(image(0, green).clip(LEFT_HALF, null).fill(RED).extend(0, 0, 5, 0));
        assertEquals(255, out.alpha().at(19, 15));
        assertEquals(0, out.alpha().at(20, 15));
        assertEquals(0x00ff00, rgbAt(out, 19, 15));
        Pixels background = alone(image(0, green).clip(LEFT_HALF, null).background(RED));
        assertEquals(0xff0000, rgbAt(background, 30, 15));
    }

    @Test
    void exclusionsAreTakenAway() throws Exception {
        Pixels out = alone(image(0, green).clip(LEFT_HALF, drawn("M5,5l5,0,0,5,-5,0z")));
        assertEquals(0, out.alpha().at(7, 7));
        assertEquals(255, out.alpha().at(12, 7));
        assertEquals(0, out.alpha().at(22, 7));
    }

    @Test
    void edgesAreSmoothAndKeepTheirColor() throws Exception {
        Pixels out = alone(image(0, green).clip(drawn("M0,0L40,0,0,30Z"), null));
        double sum = 0;
        for (int i = 0; i < 40 * 30; i++) {
            int alpha = out.alpha().samples()[i] & 0xff;
            sum += alpha / 255.0;
            assertTrue(alpha == 0 || out.plane(1).samples()[i] == (byte) 255);
        }
        assertEquals(600, sum, 1);
    }

    @Test
    void pathsAreInPixelsOfTheSizedLayerAndTurnWithIt() throws Exception {
        Pixels sized = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 100, 90).build(),
                image(1, green)
                        .size(80, 60)
                        .flip(true, false)
                        .clip(LEFT_HALF, null)
                        .build()));
        assertEquals(0x00ff00, rgbAt(sized, 10 + 19, 15 + 29));
        assertEquals(0x0000ff, rgbAt(sized, 10 + 21, 15 + 29));
        assertEquals(0x0000ff, rgbAt(sized, 10 + 19, 15 + 31));
        Pixels quarter = alone(image(0, green).rotate(90).clip(LEFT_HALF, null));
        assertEquals(255, quarter.alpha().at(15, 19));
        assertEquals(0, quarter.alpha().at(15, 21));
        Pixels half = fixtures.render(plan(
                view().scl(2).build(),
                PNG_ALPHA,
                image(0, green).clip(LEFT_HALF, null).build()));
        assertEquals(255, half.alpha().at(9, 7));
        assertEquals(0, half.alpha().at(10, 7));
        Pixels slanted = alone(image(0, green).rotate(180.001).clip(LEFT_HALF, null));
        assertEquals(0, slanted.alpha().at(10, 15));
        assertEquals(255, slanted.alpha().at(30, 15), 1);
    }

    @Test
    void bentLayersAreClippedBefore() throws Exception {
        Pixels out = fixtures.render(plan(
                view().build(),
                PNG,
                color(0, BLUE, 100, 90).build(),
                image(1, green)
                        .perspective(
                                dev.understudy.engine.plan.Perspective.Resampling.SUPERSAMPLED,
                                10,
                                10,
                                90,
                                10,
                                90,
                                70,
                                10,
                                70)
                        .clip(LEFT_HALF, null)
                        .build()));
        assertEquals(0x00ff00, rgbAt(out, 47, 40));
        assertEquals(0x0000ff, rgbAt(out, 53, 40));
    }

    @Test
    void pathsOfTheImageGoWithItWhateverItsOrientation() throws Exception {
        Pixels out = alone(image(0, green).clip(embedded("Top left"), null).flip(true, false));
        assertEquals(255, out.alpha().at(21, 14));
        assertEquals(0, out.alpha().at(19, 14));
        Pixels upright = alone(image(0, turned).clip(embedded("Top left"), null));
        assertEquals(30, upright.width());
        assertEquals(255, upright.alpha().at(16, 19));
        assertEquals(0, upright.alpha().at(14, 19));
        assertEquals(0, upright.alpha().at(16, 21));
    }

    @Test
    void severalPathsMeetAndThoseThatAreNotThereAreIgnored() throws Exception {
        Pixels out = alone(image(0, green).clip(embedded("Top left", "nowhere", "Middle"), null));
        assertEquals(255, out.alpha().at(10, 6));
        assertEquals(0, out.alpha().at(9, 6));
        assertEquals(0, out.alpha().at(20, 6));
        Pixels all = alone(image(0, green).clip(embedded("top left"), embedded("nowhere")));
        assertEquals(255, all.alpha().at(39, 29));
    }

    @Test
    void layersAreCroppedToTheBoundsOfPaths() throws Exception {
        Pixels out = alone(image(0, green).cropPaths("Middle"));
        assertEquals(20, out.width());
        assertEquals(18, out.height());
        Pixels both = alone(image(0, green).crop(15, 0, 25, 30).cropPaths("Middle", "gone", "Top left"));
        assertEquals(5, both.width());
        assertEquals(9, both.height());
        assertEquals(40, alone(image(0, green).cropPaths("gone")).width());
        ServeException nothing = assertThrows(
                ServeException.class,
                () -> alone(image(0, green).crop(35, 25, 5, 5).cropPaths("Middle")));
        assertEquals(FailureKind.PARAMETER_INVALID, nothing.failure().kind());
    }

    @Test
    void compositesAreClippedAndCropped() throws Exception {
        CompositePlan clipped = CompositePlan.NONE
                .withFlip(new Flip(true, false))
                .withOperations(List.of(new InvertOperation()))
                .withClip(new Clip(LEFT_HALF, embedded("Middle")));
        Pixels out =
                fixtures.render(new ImagePlan(List.of(image(0, green).build()), clipped, view().build(), PNG_ALPHA));
        assertEquals(255, out.alpha().at(5, 15));
        assertEquals(0xff00ff, rgbAt(out, 5, 15));
        assertEquals(0, out.alpha().at(15, 15));
        assertEquals(0, out.alpha().at(25, 2));
        CompositePlan cropped =
                CompositePlan.NONE.withCropPaths(List.of("Middle")).withFlip(new Flip(true, false));
        SourceKey steps = fixtures.add("steps", rgb(40, 30, (x, y) -> x, (x, y) -> y, (x, y) -> 0));
        fixtures.paths.put("steps", fixtures.paths.get("green"));
        Pixels part = fixtures.render(new ImagePlan(List.of(image(0, steps).build()), cropped, view().build(), PNG));
        assertEquals(20, part.width());
        assertEquals(18, part.height());
        assertEquals(29 << 16 | 6 << 8, rgbAt(part, 0, 0));
        Pixels padded = fixtures.render(new ImagePlan(
                List.of(image(0, steps).build()),
                cropped,
                view().wid(30).hei(18).build(),
                JPEG));
        assertEquals(0xffffff, rgbAt(padded, 1, 9));
    }

    @Test
    void masksMeetPathsAndMasksShowThem() throws Exception {
        SourceKey cutout =
                fixtures.add("cutout", solid(40, 30, 9, 9, 9).withAlpha(plane(40, 30, (x, y) -> y < 15 ? 200 : 0)));
        Pixels out = alone(image(0, cutout).clip(LEFT_HALF, null));
        assertEquals(200, out.alpha().at(19, 14));
        assertEquals(0, out.alpha().at(21, 14));
        assertEquals(0, out.alpha().at(19, 16));
        Pixels mask = fixtures.render(
                plan(view().build(), MASK, image(0, green).clip(LEFT_HALF, null).build()));
        assertEquals(255, mask.plane(0).at(19, 15));
        assertEquals(0, mask.plane(0).at(21, 15));
    }

    @Test
    void aLoneOpaqueImageIsClippedToo() throws Exception {
        Pixels out = fixtures.render(plan(
                view().bgc(RED).build(),
                JPEG,
                image(0, green).clip(LEFT_HALF, null).build()));
        assertEquals(0xff0000, rgbAt(out, 30, 15));
        assertEquals(0x00ff00, rgbAt(out, 10, 15));
    }

    @Test
    void partsAreThoseOfTheWhole() throws Exception {
        RenderPlans.LayerBuilder layer = image(0, green).rotate(20).clip(drawn("M0,0C40,10,0,20,40,30L0,30Z"), null);
        Pixels whole = alone(layer);
        Pixels part = fixtures.render(plan(view().rgn(10, 12, 20, 15).build(), PNG_ALPHA, layer.build()));
        for (int y = 0; y < 15; y++) {
            for (int x = 0; x < 20; x++) {
                assertEquals(whole.alpha().at(10 + x, 12 + y), part.alpha().at(x, y), 1);
            }
        }
    }

    @Test
    void memoryCountsTheClip() throws Exception {
        long[] needed = new long[2];
        fixtures.renderer()
                .renderer()
                .render(plan(view().build(), PNG_ALPHA, image(0, green).build()), bytes -> needed[0] = bytes);
        fixtures.renderer()
                .renderer()
                .render(
                        plan(
                                view().build(),
                                PNG_ALPHA,
                                image(0, green).clip(LEFT_HALF, null).build()),
                        bytes -> needed[1] = bytes);
        assertTrue(needed[1] >= needed[0] + 40 * 30 * 6, needed[0] + " " + needed[1]);
    }
}
