package dev.understudy.engine.render;

import static dev.understudy.engine.render.Fixtures.plane;
import static dev.understudy.engine.render.Fixtures.rgb;
import static dev.understudy.engine.render.Fixtures.solid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.operation.InvertOperation;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.Flip;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.Perspective.Resampling;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.Orientation;
import dev.understudy.image.PixelSize;
import dev.understudy.image.ResMode;
import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a request asks for: an image of the size that was foretold, or a failure that says why not. */
class HostilePlansTest {

    private static final double[] VALUES = {
        0, 1, -1, 0.5, -0.5, 2, 3, 7.3, 10, 45, 90, 99.99, 100, -37, 250, 1000, -1000, 1e-9, 1e5, -1e5, 1e9, 1e18, 1e300
    };

    private final Random random = new Random(20);
    private final Fixtures fixtures = new Fixtures();
    private final List<SourceKey> keys = List.of(
            fixtures.add(
                    "photo",
                    Fixtures.pixels(
                            Samples.YCC,
                            null,
                            plane(61, 47, (x, y) -> x * 4),
                            plane(31, 24, (x, y) -> y * 9),
                            plane(31, 24, (x, y) -> x * 7))),
            fixtures.add("portrait", rgb(40, 30, (x, y) -> x, (x, y) -> y, (x, y) -> 0), Orientation.ROTATED_90),
            fixtures.add("cutout", solid(33, 33, 1, 2, 3).withAlpha(plane(33, 33, (x, y) -> x * y))),
            fixtures.add("inks", solid(20, 10, 9, 80, 70, 60), Orientation.TRANSVERSED),
            fixtures.add("dot", solid(1, 1, 5)));

    private double value() {
        return VALUES[random.nextInt(VALUES.length)];
    }

    private boolean often() {
        return random.nextInt(3) == 0;
    }

    private int whole(int bound) {
        return random.nextInt(12) == 0 ? Integer.MAX_VALUE : random.nextInt(bound);
    }

    private LayerContent content(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 5)) {
            case 0 -> new LayerContent.Solid(color());
            case 1 -> new LayerContent.Text("some text {\\b1 of}\\par more lines");
            case 5 -> new LayerContent.Nested(plan(depth - 1));
            default -> image();
        };
    }

    private LayerContent image() {
        return RenderPlans.content(keys.get(random.nextInt(keys.size())));
    }

    private Color color() {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), random.nextInt(2) * 255);
    }

    private LayerPlan layer(int number, int depth) {
        RenderPlans.LayerBuilder layer = RenderPlans.layer(number, content(depth));
        if (often()) {
            layer.crop(value(), value(), Math.abs(value()) + 1e-9, Math.abs(value()) + 1e-9);
        } else if (often()) {
            layer.cropN(value() / 100, value() / 100, Math.abs(value()) / 100 + 1e-9, Math.abs(value()) / 100 + 1e-9);
        }
        if (often()) {
            layer.size(Math.abs(value()), Math.abs(value()));
        } else if (often()) {
            layer.scale(Math.abs(value()) + 1e-12);
        }
        if (often()) {
            layer.maskUse(MaskUse.values()[random.nextInt(3)]);
        }
        if (often()) {
            layer.mask(random.nextBoolean() && depth > 0 ? new LayerContent.Nested(plan(depth - 1)) : image());
        }
        if (often()) {
            layer.blendMode(BlendMode.values()[random.nextInt(6)]);
        }
        if (often()) {
            layer.rotate(value());
        }
        if (random.nextInt(8) == 0) {
            layer.perspective(
                    Resampling.values()[random.nextInt(4)],
                    value(),
                    value() / 7,
                    value() + 90,
                    value(),
                    80 + value(),
                    100 + value(),
                    value(),
                    70);
        }
        if (often()) {
            layer.extend(value(), value(), value(), value());
        }
        if (often()) {
            layer.anchor(value(), value());
        }
        if (often()) {
            layer.originN(value(), value());
        }
        return layer.flip(often(), often())
                .fill(color())
                .background(color())
                .opacity(random.nextInt(101) / 100.0)
                .pos(value(), value())
                .build();
    }

    private ViewPlan view() {
        RenderPlans.ViewBuilder view = RenderPlans.view()
                .fit(Fit.values()[random.nextInt(Fit.values().length)], random.nextBoolean())
                .resMode(ResMode.values()[random.nextInt(4)])
                .align(random.nextInt(3) - 1.0, random.nextDouble() * 2 - 1);
        if (often()) {
            view.wid(whole(120));
        }
        if (often()) {
            view.hei(whole(120));
        }
        if (random.nextInt(6) == 0) {
            view.scl(Math.abs(value()) + 1e-12);
        }
        if (often()) {
            view.rgn(random.nextInt(200) - 100, whole(100) - 50, whole(100), whole(100));
        }
        if (often()) {
            view.rect(whole(90) - 40, random.nextInt(90) - 40, 1 + random.nextInt(90), 1 + random.nextInt(90), 0.7);
        }
        return view.build();
    }

    private ImagePlan plan(int depth) {
        List<LayerPlan> layers = new ArrayList<>();
        for (int number = 0; number <= random.nextInt(4); number++) {
            layers.add(layer(number, depth));
        }
        CompositePlan composite = CompositePlan.NONE
                .withFlip(new Flip(often(), often()))
                .withOpacity(often() ? 0.4 : 1)
                .withOperations(often() ? List.of(new InvertOperation()) : List.of());
        return new ImagePlan(
                layers,
                composite,
                view(),
                often() ? RenderPlans.JPEG : often() ? RenderPlans.PNG : RenderPlans.PNG_ALPHA);
    }

    @Test
    void endInAnImageOrInAFailure() {
        fixtures.reduces = true;
        Fixtures.Unbounded renderer = fixtures.renderer(new RenderLimits(20_000, 1_000_000, 1_000_000));
        int made = 0;
        for (int i = 0; i < 2000; i++) {
            ImagePlan plan = plan(2);
            try {
                PixelSize size = renderer.render(plan).size();
                assertEquals(size, renderer.measure(plan).size());
                assertEquals(size.width(), fixtures.last().width());
                assertEquals(size.height(), fixtures.last().height());
                assertTrue(size.area() <= 20_000);
                made++;
            } catch (ServeException e) {
                assertTrue(!e.failure().message().isEmpty());
            } catch (RuntimeException | Error e) {
                throw new AssertionError(plan.toString(), e);
            }
        }
        assertTrue(made > 300, made + " images");
    }
}
