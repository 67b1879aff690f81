package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.Fixtures.solid;
import static dev.understudy.engine.render.RenderPlans.JPEG;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.operation.InvertOperation;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a renderer asks for before it allocates it. */
class MemoryBudgetTest {

    private static final Color BLUE = new Color(0, 0, 255, 255);

    private final Fixtures fixtures = new Fixtures();
    private final PlanRenderer renderer = fixtures.renderer().renderer();
    private final SourceKey large = fixtures.add("large", solid(400, 300, 1, 2, 3));
    private final SourceKey small = fixtures.add("small", solid(40, 30, 1, 2, 3));

    private long needs(ImagePlan plan) throws Exception {
        List<Long> asked = new ArrayList<>();
        renderer.render(plan, asked::add);
        assertEquals(1, asked.size());
        return asked.get(0);
    }

    private static ImagePlan thumbnailOf(SourceKey key) {
        return plan(view().wid(20).build(), JPEG, image(0, key).build());
    }

    @Test
    void isAskedForBeforeAnythingIsDecoded() throws Exception {
        renderer.render(thumbnailOf(large), bytes -> assertEquals(0, fixtures.decoded.size()));
        assertEquals(1, fixtures.decoded.size());
    }

    @Test
    void withoutRoomNothingIsDecodedAndNothingStaysOpen() {
        assertThrows(
                MemoryUnavailableException.class,
                () -> renderer.render(thumbnailOf(large), bytes -> {
                    throw new MemoryUnavailableException();
                }));
        ServeException never = new ServeException(new Failure.TooLarge("this", "that"));
        assertSame(
                never,
                assertThrows(
                        ServeException.class,
                        () -> renderer.render(thumbnailOf(large), bytes -> {
                            throw never;
                        })));
        assertEquals(0, fixtures.decoded.size());
        assertEquals(2, fixtures.closed);
    }

    @Test
    void isThatOfTheSourceForSmallReplies() throws Exception {
        long decoded = 400 * 300 * 3 * 2;
        long needed = needs(thumbnailOf(large));
        assertTrue(needed >= decoded && needed < 2 * decoded, needed + " bytes");
        assertTrue(needs(thumbnailOf(small)) < needed / 10);
    }

    @Test
    void isThatOfTheReplyForLargeOnes() throws Exception {
        long reply = 900 * 600 * 4;
        long needed = needs(plan(view().build(), PNG, color(0, BLUE, 900, 600).build()));
        assertTrue(needed >= 2 * reply && needed <= 5 * reply, needed + " bytes");
    }

    @Test
    void isThatOfTheHungriestLayerAsOneIsDrawnAfterTheOther() throws Exception {
        ImagePlan one = plan(
                view().build(),
                PNG,
                color(0, BLUE, 20, 20).build(),
                image(1, large).build());
        ImagePlan three = plan(
                view().build(),
                PNG,
                color(0, BLUE, 20, 20).build(),
                image(1, large).build(),
                image(2, fixtures.add("other", solid(400, 300, 1, 2, 3))).build(),
                image(3, small).build());
        assertEquals(needs(one), needs(three));
    }

    @Test
    void countsWhatIsKeptForSeveralLayers() throws Exception {
        ImagePlan one = plan(view().build(), PNG, image(0, large).build());
        ImagePlan two = plan(
                view().build(), PNG, image(0, large).build(), image(1, large).build());
        long decoded = 400 * 300 * 3 * 2;
        assertTrue(needs(two) >= needs(one) + decoded, needs(two) + " bytes");
        assertTrue(needs(two) < needs(one) + 4 * decoded, needs(two) + " bytes");
    }

    /** A hundred layers of the same image, or of parts of it, decode it once, unless there is no memory to keep it. */
    @Test
    void decodesForSeveralLayersOnce() throws Exception {
        fixtures.reduces = true;
        LayerPlan[] layers = new LayerPlan[100];
        layers[0] = image(0, large).build();
        for (int i = 1; i < layers.length; i++) {
            RenderPlans.LayerBuilder layer = image(i, large).size(300 - i, 0).opacity(0.6 - i / 200.0);
            layers[i] = (i % 2 == 0 ? layer.crop(20, 30, 150, 120) : layer.operations(new InvertOperation())).build();
        }
        ImagePlan plan = plan(view().build(), PNG, layers);
        renderer.render(plan, bytes -> {});
        Pixels shared = fixtures.last();
        assertEquals(1, fixtures.decoded.size());
        long least = needs(plan(view().build(), PNG, layers[0], layers[1])) - 1;
        fixtures.decoded.clear();
        renderer.render(plan, bytes -> {
            if (bytes > least) {
                throw new MemoryUnavailableException();
            }
        });
        assertEquals(100, fixtures.decoded.size());
        for (int p = 0; p < 3; p++) {
            assertArrayEquals(
                    shared.plane(p).samples(), fixtures.last().plane(p).samples());
        }
    }

    @Test
    void countsMasksTurnsAndWhatIsNested() throws Exception {
        SourceKey mask = fixtures.add("mask", solid(1200, 900, 255));
        long plain = needs(thumbnailOf(large));
        long masked = needs(
                plan(view().wid(20).build(), JPEG, image(0, large).mask(mask).build()));
        assertTrue(masked > 1200 * 900 * 2 && masked > plain, masked + " bytes");
        ImagePlan inner = plan(view().build(), PNG, image(0, large).build());
        long nested = needs(plan(
                view().wid(20).build(),
                JPEG,
                layer(0, new LayerContent.Nested(inner)).build()));
        assertTrue(nested >= plain, nested + " bytes");
        long turned = needs(plan(view().build(), PNG, image(0, large).rotate(10).build()));
        assertTrue(turned > needs(plan(view().build(), PNG, image(0, large).build())), turned + " bytes");
    }

    @Test
    void whatCannotBeSeenNeedsNone() throws Exception {
        ImagePlan hidden = plan(
                view().build(),
                PNG,
                color(0, BLUE, 20, 20).build(),
                image(1, large).pos(5000, 0).build(),
                image(2, large).opacity(0).build());
        assertEquals(needs(plan(view().build(), PNG, color(0, BLUE, 20, 20).build())), needs(hidden));
    }

    @Test
    void veryWideSourcesNeedRoomForTheirColumns() throws Exception {
        SourceKey wide = fixtures.add("wide", Fixtures.pixels(Samples.GRAY, null, plane(100_000, 1, (x, y) -> x)));
        assertTrue(needs(thumbnailOf(wide)) > 100_000 * 20);
    }

    @Test
    void isAskedForAgainWhenTheSourceIsReadAgain() throws Exception {
        fixtures.overwrites = 1;
        List<Long> asked = new ArrayList<>();
        renderer.render(thumbnailOf(small), asked::add);
        assertEquals(2, asked.size());
    }
}
