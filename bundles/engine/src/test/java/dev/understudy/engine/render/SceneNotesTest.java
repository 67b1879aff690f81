package dev.understudy.engine.render;

import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.understudy.engine.plan.EmbeddedNotes;
import dev.understudy.engine.plan.EncoderSettings;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.OutputPlan.Channels;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.EmbeddedPath.Combination;
import dev.understudy.image.EmbeddedPath.Knot;
import dev.understudy.image.EmbeddedPath.Subpath;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import dev.understudy.image.Xmp;
import dev.understudy.source.SourceKey;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What replies carry of the notes in the image of layer 0. */
class SceneNotesTest {

    private static final Xmp PACKET = new Xmp("<x/>".getBytes(UTF_8));
    private static final OutputPlan ALL = new OutputPlan(
            "jpeg",
            Channels.COLOR,
            OutputColors.plain(Samples.RGB),
            "none",
            80,
            false,
            0,
            new EmbeddedNotes(true, true),
            EncoderSettings.USUAL);
    private static final OutputPlan NONE =
            new OutputPlan("jpeg", Channels.COLOR, OutputColors.plain(Samples.RGB), "none", 80, false, 0);

    private final Fixtures fixtures = new Fixtures();

    private SourceKey add(String name, Orientation orientation, EmbeddedPath... paths) {
        Pixels pixels = new Pixels(Samples.GRAY, List.of(Fixtures.plane(80, 40, (x, y) -> x + y)), null, null);
        fixtures.paths.put(name, List.of(paths));
        fixtures.xmp.put(name, PACKET);
        return fixtures.add(name, pixels, orientation);
    }

    private static Subpath subpath(boolean closed) {
        return new Subpath(
                closed,
                Combination.SUBTRACT,
                List.of(new Knot(0.25, 0.5, 0.5, 0.5, 0.75, 0.5), Knot.corner(0.5, 0.25)));
    }

    private static final EmbeddedPath PATH = new EmbeddedPath("Outline", true, List.of(subpath(true), subpath(false)));

    /** The path of the last reply, which has one of one subpath. */
    private Subpath path() {
        List<EmbeddedPath> paths =
                fixtures.embedded.get(fixtures.embedded.size() - 1).paths();
        assertEquals(1, paths.size());
        assertEquals("Outline", paths.get(0).name());
        assertEquals(1, paths.get(0).subpaths().size());
        return paths.get(0).subpaths().get(0);
    }

    private static void assertKnots(Subpath actual, double... coordinates) {
        double[] found = actual.knots().stream()
                .flatMapToDouble(knot -> DoubleStream.of(
                        knot.beforeX(), knot.beforeY(), knot.x(), knot.y(), knot.afterX(), knot.afterY()))
                .toArray();
        assertArrayEquals(coordinates, found, 1e-9);
        assertEquals(Combination.SUBTRACT, actual.combination());
    }

    @Test
    void notesAreThoseOfLayer0AndOnlyIfAskedFor() throws ServeException {
        SourceKey noted = add("noted", Orientation.NORMAL, PATH);
        SourceKey plain =
                fixtures.add("plain", new Pixels(Samples.GRAY, List.of(Fixtures.plane(8, 4, (x, y) -> 0)), null, null));
        fixtures.renderer().render(plan(view().build(), ALL, image(0, noted).build()));
        assertEquals(PACKET, fixtures.embedded.get(0).xmp());
        assertKnots(path(), 0.25, 0.5, 0.5, 0.5, 0.75, 0.5, 0.5, 0.25, 0.5, 0.25, 0.5, 0.25);
        fixtures.renderer().render(plan(view().build(), NONE, image(0, noted).build()));
        fixtures.renderer()
                .render(plan(
                        view().build(),
                        ALL,
                        image(0, plain).build(),
                        image(1, noted).build()));
        fixtures.renderer()
                .render(plan(
                        view().build(),
                        ALL,
                        color(0, Color.WHITE, 9, 9).build(),
                        image(1, noted).build()));
        for (int i = 1; i < 4; i++) {
            assertNull(fixtures.embedded.get(i).xmp());
            assertEquals(List.of(), fixtures.embedded.get(i).paths());
        }
    }

    @Test
    void pathsAreMovedAsThePixelsAre() throws ServeException {
        SourceKey noted = add("noted", Orientation.NORMAL, PATH);
        fixtures.renderer()
                .render(plan(view().wid(20).build(), ALL, image(0, noted).build()));
        assertKnots(path(), 0.25, 0.5, 0.5, 0.5, 0.75, 0.5, 0.5, 0.25, 0.5, 0.25, 0.5, 0.25);
        fixtures.renderer()
                .render(plan(
                        view().build(), ALL, image(0, noted).crop(40, 0, 40, 40).build()));
        assertKnots(path(), -0.5, 0.5, 0, 0.5, 0.5, 0.5, 0, 0.25, 0, 0.25, 0, 0.25);
        fixtures.renderer()
                .render(plan(
                        view().build(), ALL, image(0, noted).flip(false, true).build()));
        assertKnots(path(), 0.25, 0.5, 0.5, 0.5, 0.75, 0.5, 0.5, 0.75, 0.5, 0.75, 0.5, 0.75);
    }

    @Test
    void pathsAreTurnedAsThePixelsAre() throws ServeException {
        SourceKey noted = add("turned", Orientation.ROTATED_90, PATH);
        fixtures.renderer().render(plan(view().build(), ALL, image(0, noted).build()));
        assertKnots(path(), 0.5, 0.25, 0.5, 0.5, 0.5, 0.75, 0.75, 0.5, 0.75, 0.5, 0.75, 0.5);
        SourceKey upright = add("upright", Orientation.NORMAL, PATH);
        fixtures.renderer()
                .render(plan(view().build(), ALL, image(0, upright).rotate(90).build()));
        assertKnots(path(), 0.5, 0.25, 0.5, 0.5, 0.5, 0.75, 0.75, 0.5, 0.75, 0.5, 0.75, 0.5);
    }
}
