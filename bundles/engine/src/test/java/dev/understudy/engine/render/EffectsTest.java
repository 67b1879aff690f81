package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.Fixtures.rgb;
import static dev.understudy.engine.render.Fixtures.rgbAt;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.PNG_ALPHA;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.operation.BlurOperation;
import dev.understudy.engine.operation.GrowOperation;
import dev.understudy.engine.operation.NoiseOperation;
import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.engine.path.PathDataReader;
import dev.understudy.engine.plan.Blending;
import dev.understudy.engine.plan.ClipPath;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.EffectPlan;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.Point;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.source.SourceKey;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Effects of layers and of the composite, against {@link SlowEffects}. */
class EffectsTest {

    private static final Color RED = new Color(220, 30, 40, 255);
    private static final Color GLASS = new Color(10, 200, 90, 150);
    private static final Color PARENT = new Color(60, 90, 200, 255);
    private static final int SIDE = 30;
    private static final int CANVAS = 60;
    private static final int LEFT = (CANVAS - SIDE) / 2;

    private final Fixtures fixtures = new Fixtures();

    /** A disc with a soft edge, half transparent on its right. */
    private final SourceKey disc = fixtures.add(
            "disc",
            rgb(SIDE, SIDE, (x, y) -> 60, (x, y) -> 90, (x, y) -> 200)
                    .withAlpha(plane(SIDE, SIDE, EffectsTest::levelOfDisc)));

    private static int levelOfDisc(int x, int y) {
        double distance = Math.hypot(x - 14.5, y - 14.5);
        double level = Math.max(0, Math.min(1, 11 - distance));
        return (int) Math.round(level * (x > 18 ? 128 : 255));
    }

    private static double maskOfDisc(int x, int y) {
        return inRectangle(x, y) == 0 ? 0 : levelOfDisc(x - LEFT, y - LEFT) / 255.0;
    }

    private static double inRectangle(int x, int y) {
        return x >= LEFT && y >= LEFT && x < LEFT + SIDE && y < LEFT + SIDE ? 1 : 0;
    }

    private static EffectPlan effect(int number, Color color, int x, int y, PixelOperation... operations) {
        return effect(number, color, MaskUse.NORM, x, y, 1, true, operations);
    }

    private static EffectPlan effect(
            int number,
            Color color,
            MaskUse use,
            int x,
            int y,
            double opacity,
            boolean knockedOut,
            PixelOperation... operations) {
        return new EffectPlan(
                number,
                color,
                use,
                new Point(x, y, false),
                new Blending(BlendMode.NORM, new Opacity(opacity, 1)),
                knockedOut,
                List.of(operations));
    }

    private void assertAsTheOracle(double fill, EffectPlan... effects) throws Exception {
        SlowEffects oracle = new SlowEffects(List.of(effects), EffectsTest::maskOfDisc, EffectsTest::inRectangle);
        for (Color background : List.of(Color.WHITE, Color.TRANSPARENT)) {
            LayerPlan canvas = color(0, background, CANVAS, CANVAS).build();
            LayerPlan parent = image(1, disc).opacity(1, fill).effects(effects).build();
            Pixels actual = fixtures.render(plan(view().build(), PNG_ALPHA, canvas, parent));
            SlowEffects.Spot below = new SlowEffects.Spot(255, 255, 255, background.alpha() / 255.0);
            SlowEffects.Spot above = new SlowEffects.Spot(60, 90, 200, fill);
            for (int y = 0; y < CANVAS; y++) {
                for (int x = 0; x < CANVAS; x++) {
                    assertNear(oracle.at(x, y, below, EffectsTest::maskOfDisc, above), actual, x, y);
                }
            }
        }
    }

    private static void assertNear(SlowEffects.Spot expected, Pixels actual, int x, int y) {
        String place = x + "," + y + " " + expected;
        assertEquals(expected.opacity() * 255, actual.alpha().at(x, y), 2, "opacity at " + place);
        double tolerance = expected.opacity() < 0.01 ? 255 : 2.5 / expected.opacity();
        assertEquals(expected.red(), actual.plane(0).at(x, y), tolerance, "red at " + place);
        assertEquals(expected.green(), actual.plane(1).at(x, y), tolerance, "green at " + place);
        assertEquals(expected.blue(), actual.plane(2).at(x, y), tolerance, "blue at " + place);
    }

    @Test
    void theFourClassicEffects() throws Exception {
        PixelOperation soft = new BlurOperation(2);
        assertAsTheOracle(1, effect(-1, GLASS, 4, 5, soft));
        assertAsTheOracle(1, effect(1, GLASS, 4, 5, soft));
        assertAsTheOracle(1, effect(-1, RED, 0, 0, new GrowOperation(2), soft));
        assertAsTheOracle(1, effect(1, RED, 0, 0, new GrowOperation(2), soft));
    }

    @Test
    void bordersAreOnEitherSideOfTheEdge() throws Exception {
        assertAsTheOracle(1, effect(-1, RED, 0, 0, new GrowOperation(3)));
        assertAsTheOracle(1, effect(1, RED, 0, 0, new GrowOperation(3)));
        assertAsTheOracle(1, effect(-1, RED, 0, 0, new GrowOperation(-3)));
        assertAsTheOracle(1, effect(1, RED, 0, 0, new GrowOperation(-3)));
    }

    @Test
    void higherOnesLieOnLowerOnesAndThoseBelowZeroBehindTheLayer() throws Exception {
        assertAsTheOracle(
                1,
                effect(-5, RED, -6, 0),
                effect(-1, GLASS, 6, 3),
                effect(2, GLASS, 3, 0),
                effect(7, RED, 0, 6, new BlurOperation(1.5)));
    }

    @Test
    void aLayerThatIsTransparentItselfHidesOuterEffectsUnlessToldNotTo() throws Exception {
        for (double fill : new double[] {0, 0.4}) {
            for (boolean knockedOut : new boolean[] {false, true}) {
                assertAsTheOracle(fill, effect(-1, RED, MaskUse.NORM, 5, 5, 0.8, knockedOut, new BlurOperation(1)));
                assertAsTheOracle(fill, effect(1, RED, MaskUse.NORM, 5, 5, 0.8, knockedOut, new BlurOperation(1)));
            }
        }
    }

    @Test
    void theShapeMayBeTheBackgroundOrTheWholeRectangle() throws Exception {
        for (MaskUse use : MaskUse.values()) {
            assertAsTheOracle(0.5, effect(-1, RED, use, 3, 0, 1, true, new BlurOperation(1)));
            assertAsTheOracle(0.5, effect(1, RED, use, 3, 0, 1, true, new BlurOperation(1)));
        }
    }

    private static LayerPlan canvas() {
        return color(0, Color.WHITE, CANVAS, CANVAS).build();
    }

    private LayerPlan shadowed() {
        return image(1, disc)
                .effects(
                        effect(
                                -1,
                                RED,
                                9,
                                7,
                                new GrowOperation(1),
                                new BlurOperation(3.5),
                                new NoiseOperation(20, false, false)),
                        effect(1, GLASS, -3, -4, new BlurOperation(2)))
                .build();
    }

    private static void assertEqual(Pixels whole, int left, int top, Pixels part, int tolerance) {
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                for (int p = 0; p < 3; p++) {
                    assertEquals(
                            whole.plane(p).at(left + x, top + y), part.plane(p).at(x, y), tolerance, x + "," + y);
                }
            }
        }
    }

    @Test
    void partsAreThoseOfTheWhole() throws Exception {
        Pixels whole = fixtures.render(plan(view().build(), PNG, canvas(), shadowed()));
        for (int[] corner : new int[][] {{0, 0}, {25, 13}, {46, 40}}) {
            Pixels part = fixtures.render(
                    plan(view().rect(corner[0], corner[1], 14, 20, 1).build(), PNG, canvas(), shadowed()));
            assertEqual(whole, corner[0], corner[1], part, 2);
        }
    }

    @Test
    void aLayerBesideTheCanvasStillThrowsItsShadowOnIt() throws Exception {
        LayerPlan beside = color(1, PARENT, 20, 20)
                .pos(-45, 0)
                .effects(effect(-1, RED, 20, 0))
                .build();
        Pixels out = fixtures.render(plan(view().build(), PNG, canvas(), beside));
        assertEquals(0xdc1e28, rgbAt(out, 2, 30));
        assertEquals(0xffffff, rgbAt(out, 16, 30));
        LayerPlan across = color(1, PARENT, 20, 20)
                .pos(-30, 0)
                .effects(effect(1, RED, 0, 0, new GrowOperation(2)))
                .build();
        Pixels border = fixtures.render(plan(view().build(), PNG, canvas(), across));
        assertEquals(0x3c5ac8, rgbAt(border, 0, 30), "the edge of the canvas is none of the layer");
        assertEquals(0xdc1e28, rgbAt(border, 9, 30));
    }

    @Test
    void parentsOfEveryKindHaveEffects() throws Exception {
        EffectPlan border = effect(-1, RED, 0, 0, new GrowOperation(2));
        ImagePlan inner = plan(view().build(), PNG, color(0, PARENT, 20, 20).build());
        List<LayerPlan> layers = List.of(
                color(1, PARENT, 20, 20).effects(border).build(),
                layer(1, new LayerContent.Nested(inner)).effects(border).build(),
                image(1, fixtures.add("block", Fixtures.solid(20, 20, 60, 90, 200)))
                        .effects(border)
                        .build());
        for (LayerPlan layer : layers) {
            Pixels out = fixtures.render(plan(view().build(), PNG, canvas(), layer));
            assertEquals(0x3c5ac8, rgbAt(out, 20, 20));
            assertEquals(0xdc1e28, rgbAt(out, 19, 20));
            assertEquals(0xdc1e28, rgbAt(out, 18, 18));
            assertEquals(0xffffff, rgbAt(out, 17, 18));
        }
        LayerPlan text = layer(1, new LayerContent.Text("X"))
                .size(40, 40)
                .effects(border)
                .build();
        LayerPlan bare = layer(1, new LayerContent.Text("X")).size(40, 40).build();
        Pixels bordered = fixtures.render(plan(view().build(), PNG, canvas(), text));
        Pixels plain = fixtures.render(plan(view().build(), PNG, canvas(), bare));
        int red = 0;
        for (int y = 0; y < CANVAS; y++) {
            for (int x = 0; x < CANVAS; x++) {
                red += bordered.plane(0).at(x, y) > bordered.plane(2).at(x, y) + 50 ? 1 : 0;
                if (rgbAt(plain, x, y) == 0) {
                    assertEquals(0, rgbAt(bordered, x, y));
                }
            }
        }
        assertTrue(red > 50, red + " pixels of a border around a letter");
    }

    @Test
    void fillsAreNotPartOfTheShapeAndLieBetween() throws Exception {
        LayerPlan parent = image(1, disc)
                .fill(new Color(0, 255, 0, 255))
                .effects(effect(-1, RED, 20, 0), effect(1, RED, MaskUse.NORM, 0, 0, 1, true, new GrowOperation(4)))
                .build();
        Pixels out = fixtures.render(plan(view().build(), PNG, canvas(), parent));
        assertEquals(0x00ff00, rgbAt(out, 44, 30), "the fill is on the shadow of the disc");
        assertEquals(0xdc1e28, rgbAt(out, 46, 30), "beside it, the shadow shows");
        assertEquals(0xffffff, rgbAt(out, 46, 16), "and has the shape of the disc");
        assertEquals(0xdc1e28, rgbAt(out, 21, 30), "the inner border is along the disc");
        assertEquals(0x00ff00, rgbAt(out, 16, 16));
    }

    /** The clip path and the mask of a layer are part of its shape, and are applied once. */
    @Test
    void clippedAndMaskedLayersHaveEffectsOfWhatIsLeft() throws Exception {
        ClipPath leftHalf = new ClipPath.Drawn(PathDataReader.read("M0,0L10,0,10,20,0,20Z"));
        LayerPlan clipped = color(1, PARENT, 20, 20)
                .clip(leftHalf, null)
                .effects(effect(-1, RED, 15, 0), effect(1, GLASS, 0, 0, new GrowOperation(2)))
                .build();
        LayerPlan half = color(1, PARENT, 10, 20)
                .pos(-5, 0)
                .effects(effect(-1, RED, 15, 0), effect(1, GLASS, 0, 0, new GrowOperation(2)))
                .build();
        Pixels expected = fixtures.render(plan(view().build(), PNG, canvas(), half));
        assertEqual(expected, 0, 0, fixtures.render(plan(view().build(), PNG, canvas(), clipped)), 0);
        SourceKey block = fixtures.add("masked", Fixtures.solid(20, 20, 60, 90, 200));
        SourceKey mask = fixtures.add("mask", Fixtures.solid(20, 20, 128));
        LayerPlan masked =
                image(1, block).mask(mask).effects(effect(-1, RED, 20, 0)).build();
        Pixels out = fixtures.render(plan(view().build(), PNG, canvas(), masked));
        assertEquals(255 - 127 * (255 - 60) / 255.0, out.plane(0).at(30, 30), 2, "the layer, masked once");
        assertEquals((255 + 30) / 2.0, out.plane(1).at(50, 30), 1, "its shadow, as transparent as it is");
    }

    @Test
    void rotatedLayersHaveEffectsOfTheirRotatedShape() throws Exception {
        LayerPlan quarter = color(1, PARENT, 20, 10)
                .rotate(90)
                .effects(effect(-1, RED, 8, 0))
                .build();
        LayerPlan upright =
                color(1, PARENT, 10, 20).effects(effect(-1, RED, 8, 0)).build();
        Pixels expected = fixtures.render(plan(view().build(), PNG, canvas(), upright));
        assertEqual(expected, 0, 0, fixtures.render(plan(view().build(), PNG, canvas(), quarter)), 0);
        LayerPlan slanted = color(1, PARENT, 20, 20)
                .rotate(45)
                .effects(effect(-1, RED, 22, 0))
                .build();
        Pixels out = fixtures.render(plan(view().build(), PNG, canvas(), slanted));
        assertEquals(0xdc1e28, rgbAt(out, 62 - 22 + 10, 30));
        assertEquals(0xffffff, rgbAt(out, 52, 14));
    }

    @Test
    void flippedCompositesFlipTheirShadows() throws Exception {
        LayerPlan parent =
                color(1, PARENT, 20, 20).effects(effect(-1, RED, 5, 3)).build();
        Pixels plain = fixtures.render(plan(view().build(), PNG, canvas(), parent));
        CompositePlan mirrored = CompositePlan.NONE.withFlip(new dev.understudy.engine.plan.Flip(true, false));
        Pixels flipped = fixtures.render(new ImagePlan(List.of(canvas(), parent), mirrored, view().build(), PNG));
        for (int y = 0; y < CANVAS; y++) {
            for (int x = 0; x < CANVAS; x++) {
                assertEquals(rgbAt(plain, x, y), rgbAt(flipped, CANVAS - 1 - x, y));
            }
        }
    }

    @Test
    void effectsAreSeenAtTheScaleOfTheView() throws Exception {
        LayerPlan parent = color(1, PARENT, 20, 20)
                .effects(effect(-1, RED, 10, 0, new GrowOperation(2)))
                .build();
        Pixels half = fixtures.render(plan(view().wid(30).build(), PNG, canvas(), parent));
        assertEquals(0x3c5ac8, rgbAt(half, 19, 15));
        assertEquals(0xdc1e28, rgbAt(half, 25, 15));
        assertEquals(0xffffff, rgbAt(half, 26, 15));
    }

    /** The composite's alpha is that of its one layer, so its effects are that layer's. */
    @Test
    void theCompositeHasEffectsAsALayerHas() throws Exception {
        EffectPlan[] effects = {
            effect(-1, RED, 6, 6, new BlurOperation(2)), effect(1, GLASS, 2, 2, new GrowOperation(1))
        };
        ImagePlan ofLayer = plan(
                view().build(),
                PNG_ALPHA,
                image(0, disc).extend(15, 15, 15, 15).effects(effects).build());
        ImagePlan bare = plan(
                view().build(), PNG_ALPHA, image(0, disc).extend(15, 15, 15, 15).build());
        CompositePlan composite = CompositePlan.NONE.withEffects(List.of(effects));
        ImagePlan ofComposite = new ImagePlan(bare.layers(), composite, bare.view(), bare.output());
        Pixels expected = fixtures.render(ofLayer);
        Pixels actual = fixtures.render(ofComposite);
        assertEqual(expected, 0, 0, actual, 0);
        Assertions.assertArrayEquals(expected.alpha().samples(), actual.alpha().samples());
    }

    @Test
    void blendModesOfEffectsMixWithTheLayersBelowAlone() throws Exception {
        EffectPlan multiplied = new EffectPlan(
                -1,
                RED,
                MaskUse.NORM,
                new Point(15, 0, false),
                new Blending(BlendMode.MULT, Opacity.FULL),
                true,
                List.of());
        LayerPlan parent = color(1, PARENT, 20, 20).effects(multiplied).build();
        LayerPlan gray = color(0, new Color(128, 128, 128, 255), CANVAS, CANVAS).build();
        assertEquals(0x6e0f14, rgbAt(fixtures.render(plan(view().build(), PNG, gray, parent)), 50, 30));
        LayerPlan nothing = color(0, Color.TRANSPARENT, CANVAS, CANVAS).build();
        Pixels alone =
                fixtures.render(plan(view().bgc(new Color(0, 0, 255, 255)).build(), PNG, nothing, parent));
        assertEquals(0xdc1e28, rgbAt(alone, 50, 30));
    }

    @Test
    void whatLiesFarAwayIsNoMatter() throws Exception {
        int far = Integer.MAX_VALUE;
        LayerPlan parent = color(1, PARENT, 20, 20)
                .effects(
                        effect(-1, RED, far, far, new BlurOperation(100)),
                        effect(-2, RED, -far, 3),
                        effect(1, RED, far, -far, new GrowOperation(100)))
                .build();
        Pixels out = fixtures.render(plan(view().build(), PNG, canvas(), parent));
        assertEquals(0xdc1e28, rgbAt(out, 30, 30), "within, all is around a shape that is far away");
        assertEquals(0xffffff, rgbAt(out, 5, 5));
        LayerPlan lost = color(1, PARENT, 20, 20)
                .pos(200_000_000, 0)
                .effects(effect(-1, RED, -200_000_000, 0), effect(1, RED, 0, 0))
                .build();
        fixtures.render(plan(view().build(), PNG, canvas(), lost));
    }

    @Test
    void aShapeThatIsTooLargeIsRefused() {
        LayerPlan wide = color(0, PARENT, 200_000, 200_000).build();
        CompositePlan composite = CompositePlan.NONE.withEffects(List.of(effect(-1, RED, 150_000, 150_000)));
        ImagePlan plan = new ImagePlan(
                List.of(wide),
                composite,
                view().rect(160_000, 160_000, 10, 10, 1).build(),
                PNG);
        ServeException refused = Assertions.assertThrows(
                ServeException.class, () -> fixtures.renderer().render(plan));
        Assertions.assertInstanceOf(Failure.TooLarge.class, refused.failure());
    }
}
