package dev.understudy.engine.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.Trait;
import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.engine.plan.Blending;
import dev.understudy.engine.plan.EffectPlan;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.Point;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What effects are said to allocate, against what they do: with every operation that they have, and dissolved. What other
 * blend modes allocate is not held. */
class EffectMemoryTest {

    private static final Region CANVAS = new Region(0, 0, 600, 500);
    private static final Region WHOLE = new Region(0, 0, CANVAS.width(), CANVAS.height());
    private static final Region PARENT = new Region(50, 50, 500, 400);

    static Stream<EffectPlan> effects() {
        Stream<List<PixelOperation>> operations = Stream.concat(
                Stream.of(List.of()),
                Commands.operations().stream()
                        .filter(command -> command.is(Trait.OF_EFFECTS))
                        .map(EffectMemoryTest::operation)
                        .map(List::of));
        List<Integer> sides = List.of(-1, 1);
        return Stream.concat(
                operations.flatMap(some -> sides.stream().map(number -> effect(number, BlendMode.NORM, some))),
                Stream.of(effect(-1, BlendMode.DISSOLVE, List.of())));
    }

    private static PixelOperation operation(Command<Optional<PixelOperation>> command) {
        return command.spellings().get(0).syntax().parse("5").orElseThrow();
    }

    private static EffectPlan effect(int number, BlendMode mode, List<PixelOperation> operations) {
        return new EffectPlan(
                number,
                new Color(1, 2, 3, 200),
                MaskUse.NORM,
                new Point(20, 10, false),
                new Blending(mode, Opacity.FULL),
                true,
                operations);
    }

    @ParameterizedTest
    @MethodSource("effects")
    void theDeclaredMemoryIsNeitherTooSmallNorFarTooLarge(EffectPlan plan) throws Exception {
        Pixels foreground = Fixtures.solid(PARENT.width(), PARENT.height(), 1, 2, 3)
                .withAlpha(Fixtures.plane(PARENT.width(), PARENT.height(), (x, y) -> x % 256));
        Silhouette silhouette = new Silhouette(PARENT, PARENT, foreground);
        EffectView view = EffectView.of(plan, CANVAS, Affine.IDENTITY);
        EffectStack stack = new EffectStack(List.of(view), 1, PARENT, 1);
        paint(stack, silhouette);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        CompositeCanvas canvas = new CompositeCanvas(WHOLE);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        stack.paintOuter(canvas, silhouette, WHOLE);
        stack.paintInner(canvas, silhouette, WHOLE);
        double allocated =
                threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        double declared = stack.memory(WHOLE);
        assertTrue(allocated <= 2.2 * declared + 200_000, plan + " allocates " + allocated / declared);
        assertTrue(allocated >= 0.45 * declared, plan + " allocates " + allocated / declared);
    }

    private static void paint(EffectStack stack, Silhouette silhouette) throws Exception {
        CompositeCanvas canvas = new CompositeCanvas(WHOLE);
        stack.paintOuter(canvas, silhouette, WHOLE);
        stack.paintInner(canvas, silhouette, WHOLE);
    }
}
