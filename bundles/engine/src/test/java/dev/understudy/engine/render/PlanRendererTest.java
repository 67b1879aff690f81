package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.Fixtures.rgb;
import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.JPEG;
import static dev.understudy.engine.render.RenderPlans.MASK;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.PNG_ALPHA;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.OutputPlan.Channels;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Orientation;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.ResMode;
import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One image and a view of it. */
class PlanRendererTest {

    private final Fixtures fixtures = new Fixtures();

    @Test
    void anImageAtFullSizeComesOutAsItIs() throws Exception {
        Pixels pixels = rgb(7, 5, (x, y) -> x * 30, (x, y) -> y * 40, (x, y) -> 9);
        SourceKey key = fixtures.add("a", pixels);
        Renderer.Rendered rendered = fixtures.renderer()
                .render(plan(view().build(), PNG, image(0, key).build()));
        assertEquals("image/png", rendered.mediaType());
        assertEquals(new PixelSize(7, 5), rendered.size());
        assertEquals(List.of(fixtures.stamp(key)), rendered.stamps());
        assertArrayEquals(pixels.plane(1).samples(), fixtures.last().plane(1).samples());
        assertNull(fixtures.last().alpha());
        assertEquals(1, fixtures.closed);
    }

    @Test
    void aJpegStaysInLumaAndChroma() throws Exception {
        Plane luma = plane(64, 48, (x, y) -> x * 4);
        Plane chroma = plane(32, 24, (x, y) -> y * 10);
        SourceKey key = fixtures.add("a", Fixtures.pixels(Samples.YCC, null, luma, chroma, chroma));
        fixtures.renderer()
                .render(plan(view().wid(33).build(), JPEG, image(0, key).build()));
        Pixels out = fixtures.last();
        assertEquals(Samples.YCC, out.samples());
        assertEquals(33, out.width());
        assertEquals(25, out.height());
        assertEquals(17, out.plane(1).width());
        assertEquals(13, out.plane(1).height());
        assertEquals(64, out.plane(0).at(8, 3), 4);
        assertEquals(120, out.plane(1).at(5, 6), 6);
    }

    @Test
    void noMoreChromaIsDecodedThanAReplyKeeps() throws Exception {
        Plane plane = plane(64, 48, (x, y) -> x + y);
        SourceKey key = fixtures.add("a", Fixtures.pixels(Samples.YCC, null, plane, plane, plane));
        ViewPlan quarter = view().wid(16).build();
        fixtures.renderer().render(plan(quarter, JPEG, image(0, key).build()));
        fixtures.renderer().render(plan(quarter, PNG, image(0, key).build()));
        assertEquals(3, fixtures.decoded.get(0).maxReduction());
        assertEquals(6, fixtures.decoded.get(0).maxChromaReduction());
        assertEquals(3, fixtures.decoded.get(1).maxChromaReduction());
    }

    @Test
    void theBackgroundFillsWhatTheImageDoesNotCover() throws Exception {
        SourceKey key = fixtures.add("a", solid(20, 10, 10, 20, 30));
        fixtures.renderer()
                .render(plan(
                        view().wid(20).hei(20).bgc(Color.ofRgb(0x445566)).build(),
                        JPEG,
                        image(0, key).build()));
        Pixels out = fixtures.last();
        assertEquals(0x44, out.plane(0).at(3, 4));
        assertEquals(10, out.plane(0).at(3, 5));
        assertEquals(30, out.plane(2).at(19, 14));
        assertEquals(0x66, out.plane(2).at(0, 15));
    }

    @Test
    void withAlphaTheBackgroundIsTransparent() throws Exception {
        SourceKey key = fixtures.add("a", solid(20, 10, 10, 20, 30));
        fixtures.renderer()
                .render(plan(
                        view().wid(20).hei(20).build(), PNG_ALPHA, image(0, key).build()));
        assertEquals(0, fixtures.last().alpha().at(3, 4));
        assertEquals(255, fixtures.last().alpha().at(3, 5));
    }

    @Test
    void theMaskIsGrayAndKnowsNoBackground() throws Exception {
        Plane alpha = plane(20, 10, (x, y) -> 10 * x);
        Pixels pixels = solid(20, 10, 10, 20, 30).withAlpha(alpha);
        fixtures.renderer()
                .render(plan(
                        view().wid(20).hei(20).bgc(Color.WHITE).build(),
                        MASK,
                        image(0, fixtures.add("a", pixels)).build()));
        Pixels out = fixtures.last();
        assertEquals(Samples.GRAY, out.samples());
        assertNull(out.alpha());
        assertEquals(0, out.plane(0).at(9, 4));
        assertEquals(90, out.plane(0).at(9, 5));
        assertEquals(190, out.plane(0).at(19, 14));
        assertEquals(0, out.plane(0).at(9, 15));
    }

    @Test
    void theMaskOfAnOpaqueImageIsWhite() throws Exception {
        SourceKey key = fixtures.add("a", solid(20, 10, 10, 20, 30));
        fixtures.renderer().render(plan(view().build(), MASK, image(0, key).build()));
        assertEquals(255, fixtures.last().plane(0).at(0, 0));
        assertEquals(255, fixtures.last().plane(0).at(19, 9));
    }

    @Test
    void onlyWhatIsSeenIsDecoded() throws Exception {
        fixtures.reduces = true;
        SourceKey key = fixtures.add("a", rgb(400, 300, (x, y) -> x / 2, (x, y) -> y / 2, (x, y) -> 77));
        fixtures.renderer()
                .render(plan(
                        view().rgn(200, 100, 80, 80).wid(20).hei(20).build(),
                        PNG,
                        image(0, key).build()));
        assertEquals(3, fixtures.decoded.get(0).maxReduction());
        assertTrue(fixtures.decoded.get(0).region().width() < 120);
        Pixels out = fixtures.last();
        assertEquals((200 + 4 * 5 + 2) / 2, out.plane(0).at(5, 7), 1);
        assertEquals((100 + 4 * 7 + 2) / 2, out.plane(1).at(5, 7), 1);
    }

    @Test
    void everyOrientationStandsUpright() throws Exception {
        fixtures.reduces = true;
        for (Orientation orientation : Orientation.values()) {
            boolean swaps = orientation.swapsSides();
            // what the photographer saw: 64 x 40, red grows to the right, green downwards
            int width = swaps ? 40 : 64;
            int height = swaps ? 64 : 40;
            SourceKey key = fixtures.add(
                    "o" + orientation,
                    rgb(
                            width,
                            height,
                            (x, y) -> 3 * seenX(orientation, x, y, width, height),
                            (x, y) -> 5 * seenY(orientation, x, y, width, height),
                            (x, y) -> 0),
                    orientation);
            fixtures.renderer()
                    .render(plan(
                            view().rgn(10, 6, 40, 24).wid(20).build(),
                            PNG,
                            image(0, key).build()));
            Pixels out = fixtures.last();
            assertEquals(20, out.width(), orientation.name());
            assertEquals(12, out.height(), orientation.name());
            assertEquals(3 * (10 + 2 * 7 + 0.5), out.plane(0).at(7, 4), 1, orientation.name());
            assertEquals(5 * (6 + 2 * 4 + 0.5), out.plane(1).at(7, 4), 1, orientation.name());
        }
    }

    private static int seenX(Orientation orientation, int x, int y, int width, int height) {
        return switch (orientation) {
            case NORMAL, FLIPPED -> x;
            case MIRRORED, ROTATED_180 -> width - 1 - x;
            case TRANSPOSED, ROTATED_270 -> y;
            case ROTATED_90, TRANSVERSED -> height - 1 - y;
        };
    }

    private static int seenY(Orientation orientation, int x, int y, int width, int height) {
        return switch (orientation) {
            case NORMAL, MIRRORED -> y;
            case FLIPPED, ROTATED_180 -> height - 1 - y;
            case TRANSPOSED, ROTATED_90 -> x;
            case ROTATED_270, TRANSVERSED -> width - 1 - x;
        };
    }

    @Test
    void tilesJoinWithoutASeam() throws Exception {
        fixtures.reduces = true;
        SourceKey key = fixtures.add("a", rgb(300, 200, (x, y) -> x * 7, (x, y) -> (x * y) % 251, (x, y) -> y * 3));
        fixtures.renderer()
                .render(plan(
                        view().scl(1.7).resMode(ResMode.SHARP2).build(),
                        PNG,
                        image(0, key).build()));
        Pixels whole = fixtures.last();
        for (int left = 0; left < whole.width(); left += 50) {
            fixtures.renderer()
                    .render(plan(
                            view().scl(1.7)
                                    .resMode(ResMode.SHARP2)
                                    .rect(left, 30, 50, 40, 1)
                                    .build(),
                            PNG,
                            image(0, key).build()));
            Pixels tile = fixtures.last();
            for (int x = 0; x < Math.min(50, whole.width() - left); x++) {
                assertEquals(whole.plane(1).at(left + x, 35), tile.plane(1).at(x, 5));
            }
        }
    }

    @Test
    void anUnknownFormatIsCorrupt() {
        SourceKey key = fixtures.add("?", solid(2, 2, 1, 2, 3));
        ServeException thrown = assertThrows(
                ServeException.class,
                () -> fixtures.renderer()
                        .render(plan(view().build(), PNG, image(0, key).build())));
        assertEquals(FailureKind.SOURCE_CORRUPT, thrown.failure().kind());
        assertEquals("'?': of no known image format", thrown.failure().message());
        assertEquals(1, fixtures.closed);
    }

    @Test
    void limitsAreNamed() {
        SourceKey key = fixtures.add("a", solid(200, 100, 1, 2, 3));
        assertEquals(
                "A reply of 200 x 100 pixels is larger than attribute::MaxPix, 150 x 150",
                refusal(view().maxPix(150, 150), new RenderLimits(1_000_000, 1_000_000, 1_000_000), key));
        assertEquals(
                "A reply of 2000000000 x 1000000000 pixels is larger than MaxRenderRgnPixels, 1000000 pixels",
                refusal(view().scl(1e-7), new RenderLimits(1_000_000, 1_000_000, 1_000_000), key));
        assertEquals(
                "'a', 200 x 100 pixels, is larger than MaxNonDsfSize, 10000 pixels",
                refusal(view(), new RenderLimits(1_000_000, 10_000, 1_000_000), key));
        assertTrue(refusal(view(), new RenderLimits(1_000_000, 1_000_000, 10), key)
                .endsWith("bytes is larger than MaxMessageSize, 10 bytes"));
    }

    /** A format that takes the place of another one must not be the reason why there is no image. */
    @Test
    void theFormatAskedForIsForImagesThatTheSmallerOneCannotHold() throws Exception {
        SourceKey key = fixtures.add("a", solid(200, 100, 1, 2, 3));
        var small = new OutputPlan("small", Channels.COLOR, OutputColors.plain(Samples.RGB), "none", 80, false, 0);
        ImagePlan fits = plan(
                view().wid(Fixtures.SMALL_SIDE).build(), JPEG, image(0, key).build());
        ImagePlan tooLarge = plan(
                view().wid(Fixtures.SMALL_SIDE + 1).build(), JPEG, image(0, key).build());
        assertEquals(
                "image/x-small",
                fixtures.renderer().render(fits.writtenAs(small)).mediaType());
        assertEquals(
                "image/x-small",
                fixtures.renderer().measure(fits.writtenAs(small)).mediaType());
        assertEquals(
                "image/jpeg",
                fixtures.renderer().render(tooLarge.writtenAs(small)).mediaType());
        assertEquals(
                "image/jpeg",
                fixtures.renderer().measure(tooLarge.writtenAs(small)).mediaType());
    }

    private String refusal(RenderPlans.ViewBuilder view, RenderLimits limits, SourceKey key) {
        ServeException thrown = assertThrows(
                ServeException.class,
                () -> fixtures.renderer(limits)
                        .render(plan(view.build(), PNG, image(0, key).build())));
        assertEquals(FailureKind.SIZE_LIMIT, thrown.failure().kind());
        return thrown.failure().message();
    }

    @Test
    void aSourceThatIsWrittenToMeanwhileIsReadOnceMore() throws Exception {
        SourceKey key = fixtures.add("a", solid(2, 2, 1, 2, 3));
        fixtures.overwrites = 1;
        fixtures.renderer().render(plan(view().build(), PNG, image(0, key).build()));
        assertEquals(2, fixtures.opened.size());
        assertEquals(2, fixtures.closed);
        assertEquals(1, fixtures.encoded.size());
        fixtures.overwrites = 2;
        ServeException thrown = assertThrows(
                ServeException.class,
                () -> fixtures.renderer()
                        .render(plan(view().build(), PNG, image(0, key).build())));
        assertEquals(FailureKind.SOURCE_UNREADABLE, thrown.failure().kind());
        assertEquals(4, fixtures.closed);
    }

    @Test
    void colorsThatAreConvertedKeepTheirChromaUntilThen() throws Exception {
        Plane luma = plane(20, 20, (x, y) -> 100);
        Plane chroma = plane(20, 20, (x, y) -> 128);
        var linear = new dev.understudy.image.ColorProfile(
                java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_LINEAR_RGB)
                        .getData());
        SourceKey key = fixtures.add("a", Fixtures.pixels(Samples.YCC, linear, luma, chroma, chroma));
        fixtures.renderer()
                .render(plan(view().wid(10).build(), JPEG, image(0, key).build()));
        assertEquals(Samples.RGB, fixtures.last().samples());
        assertNull(fixtures.last().profile());
        assertEquals(169, fixtures.last().plane(0).at(4, 4), 2);
        assertTrue(fixtures.decoded.stream().allMatch(one -> one.maxChromaReduction() == 1));
    }

    @Test
    void aFormatThatNobodyWritesIsUnsupported() {
        SourceKey key = fixtures.add("a", solid(2, 2, 1, 2, 3));
        var output = new OutputPlan("pdf", Channels.COLOR, OutputColors.plain(Samples.RGB), "none", 80, false, 0);
        ServeException thrown = assertThrows(
                ServeException.class,
                () -> fixtures.renderer()
                        .render(plan(view().build(), output, image(0, key).build())));
        assertTrue(thrown.failure() instanceof Failure.Unsupported);
        assertTrue(fixtures.opened.isEmpty());
    }

    @Test
    void measuringDecodesNothing() throws Exception {
        SourceKey key = fixtures.add("a", solid(400, 300, 1, 2, 3), Orientation.ROTATED_90);
        PixelSize size = fixtures.renderer()
                .measure(plan(
                        view().wid(100).hei(100).fit(Fit.CONSTRAIN, false).build(),
                        PNG,
                        image(0, key).build()))
                .size();
        assertEquals(new PixelSize(75, 100), size);
        assertTrue(fixtures.decoded.isEmpty());
        assertEquals(1, fixtures.closed);
    }

    @Test
    void aGrayImageGivesAReplyInColorUnlessGrayIsAskedFor() throws Exception {
        SourceKey key = fixtures.add("a", solid(8, 8, 90));
        fixtures.renderer().render(plan(view().build(), JPEG, image(0, key).build()));
        assertEquals(Samples.RGB, fixtures.last().samples());
        var gray = new OutputPlan("jpeg", Channels.COLOR, OutputColors.plain(Samples.GRAY), "none", 80, false, 0);
        fixtures.renderer().render(plan(view().build(), gray, image(0, key).build()));
        assertEquals(Samples.GRAY, fixtures.last().samples());
        assertEquals(90, fixtures.last().plane(0).at(2, 2));
    }
}
