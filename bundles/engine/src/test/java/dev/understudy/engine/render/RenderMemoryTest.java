package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.rgb;
import static dev.understudy.engine.render.RenderPlans.PNG;
import static dev.understudy.engine.render.RenderPlans.color;
import static dev.understudy.engine.render.RenderPlans.image;
import static dev.understudy.engine.render.RenderPlans.layer;
import static dev.understudy.engine.render.RenderPlans.plan;
import static dev.understudy.engine.render.RenderPlans.view;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.understudy.engine.color.ConversionOptions;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.NamedProfiles;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.Perspective.Resampling;
import dev.understudy.engine.plan.RequestedProfile;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.image.Color;
import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What drawing whole replies is said to take, against what it allocates, by those parts that one after the other take the most. This does
 * not hang on what the compiler does: no object is made for a pixel.
 */
class RenderMemoryTest {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 700;
    /** All that is allocated, one after the other, for what is announced to be needed at a time. */
    private static final double MOST = 2.2;

    private static final int SLACK = 500_000;

    private final Fixtures fixtures = new Fixtures();
    private final PlanRenderer renderer = fixtures.renderer().renderer();
    private final SourceKey photo =
            fixtures.add("photo", rgb(WIDTH, HEIGHT, (x, y) -> x, (x, y) -> y, (x, y) -> x * y));

    @Test
    void ofLayersThatAreBentOrRotated() throws Exception {
        for (Resampling resampling : Resampling.values()) {
            assertCovered(onCanvas(image(1, photo).perspective(resampling, 20, 10, 880, 60, 850, 690, 40, 600)));
        }
        assertCovered(onCanvas(image(1, photo).rotate(10)));
    }

    @Test
    void ofText() throws Exception {
        LayerContent text =
                new LayerContent.Text("Understudy ".repeat(200), TextAttributes.DEFAULT, TextFonts.BUILT_IN);
        assertCovered(onCanvas(layer(1, text).size(WIDTH, HEIGHT)));
    }

    @Test
    void ofRepliesInInks() throws Exception {
        SourceKey profile = fixtures.addProfile("coated.icc", coated());
        OutputColors colors = new OutputColors(
                Samples.CMYK,
                new RequestedProfile("coated.icc", profile),
                NamedProfiles.NONE,
                NamedProfiles.NONE,
                false,
                ConversionOptions.DEFAULT);
        OutputPlan inks = PNG.with(colors);
        assertCovered(plan(view().build(), inks, image(0, photo).build()));
        assertCovered(plan(
                view().build(),
                inks,
                color(0, Color.WHITE, WIDTH, HEIGHT).build(),
                image(1, photo).opacity(0.5).build()));
    }

    private static ImagePlan onCanvas(RenderPlans.LayerBuilder layer) {
        LayerPlan canvas = color(0, Color.WHITE, WIDTH, HEIGHT).build();
        return plan(view().build(), PNG, canvas, layer.build());
    }

    private void assertCovered(ImagePlan plan) throws Exception {
        renderer.render(plan, bytes -> {}); // what is kept for all requests
        List<Long> asked = new ArrayList<>();
        long before = allocatedSoFar();
        renderer.render(plan, asked::add);
        double allocated = allocatedSoFar() - before;
        double declared = asked.get(asked.size() - 1);
        assertTrue(allocated <= MOST * declared + SLACK, allocated + " of " + declared + ": " + plan);
        assertTrue(allocated >= 0.1 * declared, allocated + " of " + declared + ": " + plan);
    }

    private static long allocatedSoFar() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static byte[] coated() throws IOException {
        try (var in = RenderMemoryTest.class.getResourceAsStream("/profiles/coated-sample.icc")) {
            return in.readAllBytes();
        }
    }
}
