package dev.understudy.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.engine.render.RenderPlans;
import dev.understudy.image.Color;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast path of a lone image asks the plan, and no operation can be forgotten there. */
class PlainPlanTest {

    private static final LayerContent CONTENT = new LayerContent.Solid(Color.WHITE);

    /** An operation of every row of the table: the first that its values 1, 1,1 … give. */
    static List<PixelOperation> operations() {
        return Commands.operations().stream().map(PlainPlanTest::operation).toList();
    }

    private static PixelOperation operation(Command<Optional<PixelOperation>> row) {
        for (String value : List.of("1", "1,1,1", "ff0000")) {
            try {
                Optional<PixelOperation> operation =
                        row.spellings().get(0).syntax().parse(value);
                if (operation.isPresent()) {
                    return operation.get();
                }
            } catch (IllegalArgumentException e) {
                // the next value may be of its syntax
            }
        }
        throw new AssertionError("no value of " + row + " is known to this test");
    }

    private static ImagePlan plan(CompositePlan composite, LayerPlan... layers) {
        return new ImagePlan(
                List.of(layers),
                composite,
                RenderPlans.view().build(),
                new OutputPlan("png", OutputPlan.Channels.COLOR, OutputColors.plain(Samples.RGB), "none", 80, true, 0));
    }

    @Test
    void everyPermittedOperationHasARowAndEveryRowAnOperation() {
        Set<Class<?>> made = new HashSet<>();
        operations().forEach(operation -> made.add(operation.getClass()));
        assertEquals(permitted(PixelOperation.class).collect(Collectors.toSet()), made);
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isInterface()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(PlainPlanTest::permitted)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noPlanWithAnOperationIsPlain(PixelOperation operation) {
        LayerPlan layer = LayerPlan.plain(0, CONTENT);
        assertFalse(layer.withOperations(List.of(operation)).isPlain());
        assertFalse(plan(CompositePlan.NONE, layer.withOperations(List.of(operation)))
                .isPlain());
        assertFalse(CompositePlan.NONE.withOperations(List.of(operation)).isPlain());
        assertFalse(plan(CompositePlan.NONE.withOperations(List.of(operation)), layer)
                .isPlain());
    }

    @Test
    void geometryAndFillAreNoMatter() {
        LayerPlan layer = RenderPlans.layer(0, CONTENT)
                .crop(1, 2, 3, 4)
                .size(5, 6)
                .flip(true, false)
                .rotate(30)
                .extend(1, 1, 1, 1)
                .fill(Color.WHITE)
                .background(Color.WHITE)
                .anchor(1, 1)
                .origin(2, 2)
                .build();
        assertTrue(layer.isPlain());
        assertTrue(
                plan(CompositePlan.NONE.withFlip(new Flip(true, true)), layer).isPlain());
    }

    @Test
    void opacityAndOtherLayersAre() {
        LayerPlan layer = LayerPlan.plain(0, CONTENT);
        assertTrue(plan(CompositePlan.NONE, layer).isPlain());
        assertFalse(plan(CompositePlan.NONE, layer.withOpacity(0.99)).isPlain());
        assertFalse(plan(CompositePlan.NONE, layer.withBlending(new Blending(BlendMode.MULT, Opacity.FULL)))
                .isPlain());
        assertFalse(plan(CompositePlan.NONE.withOpacity(0.5), layer).isPlain());
        assertFalse(plan(CompositePlan.NONE, layer, LayerPlan.plain(1, CONTENT)).isPlain());
    }
}
