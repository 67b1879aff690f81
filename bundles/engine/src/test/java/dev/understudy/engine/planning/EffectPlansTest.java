package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.operation.GrowOperation;
import dev.understudy.engine.operation.NoiseOperation;
import dev.understudy.engine.plan.Blending;
import dev.understudy.engine.plan.EffectPlan;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What requests for effects are planned as. */
class EffectPlansTest {

    private final TestCatalogs catalogs = TestCatalogs.sample();

    private ImagePlan plan(String query) throws ServeException {
        return RequestPlanner.plan(TestRequests.read("gallery/bridge", query, catalogs))
                .plan();
    }

    private static List<Integer> numbers(List<EffectPlan> effects) {
        return effects.stream().map(EffectPlan::number).toList();
    }

    @Test
    void everyCommandOfAnEffectReachesItsPlan() throws ServeException {
        EffectPlan effect = new EffectPlan(
                -3,
                new Color(16, 32, 48, 255),
                MaskUse.INVERT,
                new Point(4, -5, false),
                new Blending(BlendMode.SCREEN, new Opacity(0.45, 1)),
                true,
                List.of(new GrowOperation(2), new NoiseOperation(7, false, false)));
        String query = "layer=1&src=hills&opac=90,70&effect=-3&color=102030&maskUse=invert&pos=4,-5&opac=50,10"
                + "&blendMode=screen&op_noise=7&op_grow=2";
        assertEquals(List.of(effect), plan(query).layers().get(1).effects());
    }

    @Test
    void theyComeInTheOrderOfTheirNumbers() throws ServeException {
        ImagePlan plan =
                plan("layer=0&effect=4&color=0,0,0&effect=-1&color=0,0,0&effect=-7&color=0,0,0&effect=1&color=0,0,0");
        assertEquals(List.of(-7, -1, 1, 4), numbers(plan.layers().get(0).effects()));
        assertEquals(List.of(), plan.composite().effects());
    }

    @Test
    void withoutALayerTheyAreTheComposites() throws ServeException {
        ImagePlan plan = plan("opac=50&effect=-1&color=0,0,0&opac=50");
        assertEquals(List.of(), plan.layers().get(0).effects());
        EffectPlan effect = plan.composite().effects().get(0);
        assertEquals(0.25, effect.blending().opacity().ofForeground());
        assertFalse(plan.isPlain());
    }

    @Test
    void theMaskIsTheRequestsElseTheCatalogs() throws ServeException {
        String query = "effect=-1&color=0,0,0";
        assertTrue(plan(query).composite().effects().get(0).knockedOut());
        assertFalse(plan(query + "&effectMask=0").composite().effects().get(0).knockedOut());
        catalogs.tenant("gallery").set(Attributes.APPLY_EFFECT_MASK, false);
        assertFalse(plan(query).composite().effects().get(0).knockedOut());
        assertTrue(plan(query + "&effectMask=1").composite().effects().get(0).knockedOut());
    }

    @Test
    void aColorIsWanted() {
        ServeException refused = assertThrows(ServeException.class, () -> plan("effect=-2&pos=1,1"));
        Failure.InvalidParameter failure = (Failure.InvalidParameter) refused.failure();
        assertTrue(failure.allowed().startsWith("a color, which effect -2 has to have: "), failure.allowed());
    }

    @Test
    void hiddenLayersHaveNone() throws ServeException {
        assertEquals(
                List.of(),
                plan("layer=0&hide=1&effect=-1&color=0,0,0").layers().get(0).effects());
        assertEquals(
                1,
                plan("layer=1&src=hills&hide=1&effect=-1&color=0,0,0").layers().size());
    }

    @Test
    void aRecordsOwnEffectsAreThoseOfItsLayer() throws ServeException {
        catalogs.tenant("gallery").record("shaded", "bridge.jpg", "effect=-1&color=ff0000&opac=40", "");
        ImagePlan plan = plan("layer=2&src=shaded&effect=-1&opac=60");
        EffectPlan effect = plan.layers().get(1).effects().get(0);
        assertEquals(new Color(255, 0, 0, 255), effect.color());
        assertEquals(0.6, effect.blending().opacity().ofForeground());
    }
}
