package dev.understudy.engine.render;

import dev.understudy.engine.compose.Dissolve;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.Projective;
import dev.understudy.engine.operation.OperationChain;
import dev.understudy.engine.operation.PixelScale;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.EffectPlan;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import java.util.List;

/**
 * A scene as it is seen in a window.
 *
 * @param toWindow from the canvas to the window
 */
record SceneView(Scene scene, Affine toWindow, ResMode mode) {

    /** A number that no layer has. */
    private static final int COMPOSITE_NUMBER = -1;

    CompositePlan composite() {
        return scene.plan().composite();
    }

    OperationChain operations() {
        return new OperationChain(composite().operations());
    }

    PixelScale pixelScale() {
        return new PixelScale(toWindow.meanStretch(), toWindow.meanStretch());
    }

    LayerView layer(Scene.Layer layer) {
        return new LayerView(layer, layer.layout().toCanvas().then(toWindow), toWindow.meanStretch(), mode);
    }

    /** How a layer is dissolved. */
    Dissolve dissolve(Scene.Layer layer) {
        return new Dissolve(canvas().x(), canvas().y(), layer.plan().number());
    }

    /** Whether the color of any layer or effect on the canvas depends on those below it. */
    boolean blends() {
        return composite().isPlain()
                ? scene.layers().stream()
                        .anyMatch(
                                layer -> layer(layer).blends() || effects(layer).blends())
                : effects().blends();
    }

    /** From the content of a layer to the window. */
    Projective projection(Scene.Layer layer) {
        return layer.layout().projection().then(toWindow);
    }

    /** The canvas that layer 0 makes, or what is left of it. */
    Region canvas() {
        return pixels(scene.canvas());
    }

    /** The view of the scene: nothing is seen beyond it. */
    Region edges() {
        return toWindow.bounds(scene.view().edges()).pixels();
    }

    /** What is seen of the canvas. */
    Clipping clipping() {
        return new Clipping(scene.clip(), toWindow);
    }

    /** The part of a layer's rectangle that lies on the canvas. */
    Region rectangle(Scene.Layer layer) {
        return rectangleOf(layer).intersect(canvas());
    }

    /** The part of the canvas that a layer covers: its rectangle, and text that is seen beyond that. */
    Region covered(Scene.Layer layer) {
        return reached(layer).intersect(canvas());
    }

    private Region reached(Scene.Layer layer) {
        Region rectangle = rectangleOf(layer);
        return TextPlaces.isSeenBeyond(layer.plan(), layer.painter())
                ? Regions.united(rectangle, seenBeyond(layer))
                : rectangle;
    }

    private Region seenBeyond(Scene.Layer layer) {
        LayerView view = layer(layer);
        return view.keepsAxes()
                ? view.foreground()
                : layer.layout().reach().mapped(projection(layer)).bounds().touched(0);
    }

    /** The effects of a layer. */
    EffectStack effects(Scene.Layer layer) {
        LayerPlan plan = layer.plan();
        double opacity = plan.blending().opacity().ofForeground();
        // what is the whole of a layer is its rectangle, whatever is seen beyond that
        boolean shaped = plan.effects().stream().allMatch(effect -> effect.maskUse() == MaskUse.NORM);
        return effects(plan.effects(), plan.number(), shaped ? reached(layer) : rectangleOf(layer), opacity);
    }

    /** The effects of the composite. */
    EffectStack effects() {
        return effects(
                composite().effects(), COMPOSITE_NUMBER, canvas(), composite().opacity());
    }

    private EffectStack effects(List<EffectPlan> plans, int parent, Region bounds, double opacity) {
        List<EffectView> effects = plans.stream()
                .map(plan -> EffectView.of(plan, scene.canvas(), toWindow))
                .toList();
        return new EffectStack(effects, parent, bounds, opacity);
    }

    private Region rectangleOf(Scene.Layer layer) {
        return pixels(layer.layout().rect());
    }

    private Region pixels(Region onCanvas) {
        return toWindow.bounds(Box.of(onCanvas)).pixels();
    }
}
