package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.RenderPlans.JPEG;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.warm.MemoryLevels;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An image is the same whether its source is decoded or kept smaller. */
class WarmRenderingTest {

    private static final int ALL_LEVELS = 3;

    private final Fixtures fixtures = new Fixtures();
    private final MemoryLevels levels = new MemoryLevels();

    private SourceKey photograph(Orientation orientation) {
        fixtures.reduces = true;
        Plane luma = plane(645, 483, (x, y) -> (x * 7 + y * 3 + x * y) & 0xff);
        Plane chroma = plane(323, 242, (x, y) -> (x * y + 5 * x) & 0xff);
        Plane other = plane(323, 242, (x, y) -> (x + 11 * y) & 0xff);
        return fixtures.add(
                "photograph" + orientation,
                new Pixels(Samples.YCC, List.of(luma, chroma, other), null, null),
                orientation);
    }

    private static List<ImagePlan> plans(SourceKey key) {
        List<ImagePlan> plans = new ArrayList<>();
        for (OutputPlan output : List.of(JPEG, PNG)) {
            for (int width : new int[] {40, 77, 100, 160, 180}) {
                plans.add(plan(view().wid(width).build(), output, image(0, key).build()));
            }
            plans.add(plan(
                    view().rgn(100, 50, 301, 203).wid(60).build(),
                    output,
                    image(0, key).build()));
            plans.add(plan(
                    view().rgn(340, 200, 140, 83).wid(50).build(),
                    output,
                    image(0, key).build()));
            plans.add(plan(
                    view().wid(180).rect(31, 17, 90, 60, 1).build(),
                    output,
                    image(0, key).build()));
        }
        return plans;
    }

    private List<byte[]> rendered(List<ImagePlan> plans) throws ServeException {
        List<byte[]> planes = new ArrayList<>();
        for (ImagePlan plan : plans) {
            fixtures.renderer().render(plan);
            fixtures.last().planes().forEach(plane -> planes.add(plane.samples()));
        }
        return planes;
    }

    private void awaitLevels(int count) throws InterruptedException {
        long start = System.nanoTime();
        while (levels.kept.size() < count) {
            assertTrue(System.nanoTime() - start < 30e9, "no levels are made");
            Thread.sleep(5);
        }
    }

    @Test
    void warmImagesAreTheColdOnes() throws Exception {
        for (Orientation orientation : List.of(Orientation.NORMAL, Orientation.ROTATED_90, Orientation.MIRRORED)) {
            levels.kept.clear();
            levels.found.set(0);
            List<ImagePlan> plans = plans(photograph(orientation));
            fixtures.warm.unset(levels);
            List<byte[]> cold = rendered(plans);
            assertEquals(0, levels.found.get());
            fixtures.warm.use(levels);
            rendered(plans.subList(0, 1));
            awaitLevels(ALL_LEVELS);
            int decoded = fixtures.decoded.size();
            List<byte[]> warm = rendered(plans);
            assertEquals(decoded, fixtures.decoded.size(), "something was decoded");
            assertEquals(plans.size(), levels.found.get());
            for (int i = 0; i < cold.size(); i++) {
                assertArrayEquals(cold.get(i), warm.get(i), orientation + ", plane " + i);
            }
        }
    }

    @Test
    void smallSourcesAreWarmAtTheirFullSize() throws Exception {
        levels.fullSizePixels = 645 * 483;
        SourceKey key = photograph(Orientation.ROTATED_90);
        List<ImagePlan> plans = List.of(
                plan(view().rgn(10, 10, 50, 50).build(), PNG, image(0, key).build()),
                plan(view().wid(400).build(), JPEG, image(0, key).build()),
                plan(view().wid(483).build(), PNG, image(0, key).build()));
        List<byte[]> cold = rendered(plans);
        fixtures.warm.use(levels);
        rendered(plans.subList(0, 1));
        awaitLevels(ALL_LEVELS + 1);
        assertRenderedWithoutDecoding(cold, plans);
    }

    private void assertRenderedWithoutDecoding(List<byte[]> cold, List<ImagePlan> plans) throws Exception {
        int decoded = fixtures.decoded.size();
        List<byte[]> warm = rendered(plans);
        assertEquals(decoded, fixtures.decoded.size(), "something was decoded");
        for (int i = 0; i < cold.size(); i++) {
            assertArrayEquals(cold.get(i), warm.get(i), "plane " + i);
        }
    }

    @Test
    void largerSourcesAreWarmAtTheirFullSizeOnceItHasBeenNeeded() throws Exception {
        levels.zoomPixels = 645 * 483;
        SourceKey key = photograph(Orientation.ROTATED_90);
        List<ImagePlan> plans = List.of(
                plan(view().wid(100).build(), PNG, image(0, key).build()),
                plan(view().rgn(10, 10, 50, 50).build(), PNG, image(0, key).build()),
                plan(view().rgn(101, 203, 51, 77).build(), PNG, image(0, key).build()),
                plan(view().wid(483).build(), PNG, image(0, key).build()));
        List<byte[]> cold = rendered(plans);
        fixtures.warm.use(levels);
        rendered(plans.subList(0, 1));
        awaitLevels(ALL_LEVELS);
        rendered(plans.subList(1, 2));
        awaitLevels(ALL_LEVELS + 1);
        assertRenderedWithoutDecoding(cold, plans);
    }

    @Test
    void anImageAtItsFullSizeNeedsNoLevels() throws Exception {
        fixtures.warm.use(levels);
        SourceKey key = photograph(Orientation.NORMAL);
        rendered(List.of(
                plan(view().rgn(10, 10, 50, 50).build(), PNG, image(0, key).build())));
        assertEquals(1, fixtures.decoded.size());
        assertEquals(0, levels.kept.size());
    }

    @Test
    void aDamagedSourceHasNoLevels() throws Exception {
        fixtures.warm.use(levels);
        SourceKey key = photograph(Orientation.NORMAL);
        fixtures.damage.put(key.path(), new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "it", "cut", null));
        assertThrows(ServeException.class, () -> rendered(plans(key).subList(0, 1)));
        fixtures.damage.clear();
        assertEquals(0, levels.kept.size());
    }

    @Test
    void levelsThatGoLeaveTheDecoder() throws Exception {
        fixtures.warm.use(levels);
        List<ImagePlan> plans = plans(photograph(Orientation.NORMAL)).subList(0, 1);
        List<byte[]> cold = rendered(plans);
        awaitLevels(ALL_LEVELS);
        fixtures.warm.unset(new MemoryLevels());
        rendered(plans);
        assertEquals(1, levels.found.get());
        fixtures.warm.unset(levels);
        int decoded = fixtures.decoded.size();
        assertArrayEquals(cold.get(0), rendered(plans).get(0));
        assertEquals(1, levels.found.get());
        assertEquals(decoded + 1, fixtures.decoded.size());
    }
}
