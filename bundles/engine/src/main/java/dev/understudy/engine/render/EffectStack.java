package dev.understudy.engine.render;

import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.compose.CompositeCanvas;
import dev.understudy.engine.compose.Dissolve;
import dev.understudy.engine.layout.PixelLimit;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The effects of a layer, or of the composite, in a window.
 *
 * @param effects from the lowest to the highest
 * @param parent the number of the layer, or of the composite
 * @param bounds where the foreground of the parent lies; not cut off at the edge of the canvas, beyond which it still has effects
 * @param opacity of the parent's foreground, 0..1
 */
record EffectStack(List<EffectView> effects, int parent, Region bounds, double opacity) {

    EffectStack {
        effects = List.copyOf(effects);
    }

    boolean isEmpty() {
        return effects.isEmpty();
    }

    /** Whether the color of any depends on what is below. */
    boolean blends() {
        return effects.stream().anyMatch(effect -> effect.plan().blending().mode() != BlendMode.NORM);
    }

    /**
     * The part of the parent that has to be known; empty when none of the effects can be seen.
     *
     * @param part the part of the window that is wanted
     * @param limit how large a part may be
     * @throws ServeException {@code size.limit} when it would be too large to paint
     */
    Region needed(Region part, PixelLimit limit) throws ServeException {
        Region all = new Region(0, 0, 0, 0);
        for (EffectView effect : effects) {
            Region seen = effect.seen(bounds, part);
            if (!seen.isEmpty()) {
                Region needed = effect.needed(bounds, seen);
                limit.require(needed, "Effect " + effect.plan().number() + ", with the neighbors that it needs,");
                all = Regions.united(all, Regions.united(needed.intersect(bounds), seen.intersect(bounds)));
            }
        }
        limit.require(all, "A layer, with what its effects need of it,");
        return all;
    }

    /** Bytes that painting takes at a time at most, beside the canvas and the parent. */
    long memory(Region part) {
        long most = 0;
        for (EffectView effect : effects) {
            Region seen = effect.seen(bounds, part);
            if (!seen.isEmpty()) {
                most = Math.max(most, effect.memory(effect.needed(bounds, seen), seen));
            }
        }
        return most;
    }

    /** Paints the effects that lie behind the parent. */
    void paintOuter(CompositeCanvas canvas, Silhouette silhouette, Region part) throws ServeException {
        paint(canvas, silhouette, part, effect -> !effect.plan().isInner());
    }

    /** Paints the effects that lie on the parent. */
    void paintInner(CompositeCanvas canvas, Silhouette silhouette, Region part) throws ServeException {
        paint(canvas, silhouette, part, effect -> effect.plan().isInner());
    }

    private void paint(CompositeCanvas target, Silhouette silhouette, Region part, Predicate<EffectView> wanted)
            throws ServeException {
        for (EffectView effect : effects) {
            Region seen = effect.seen(bounds, part);
            if (wanted.test(effect) && !seen.isEmpty()) {
                Pixels pixels = effect.pixels(silhouette, opacity, seen);
                target.blend(
                        pixels, seen.x(), seen.y(), effect.plan().blending().mode(), dissolve(effect));
            }
        }
    }

    private Dissolve dissolve(EffectView effect) {
        int seed = Objects.hash(parent, effect.plan().number());
        return new Dissolve(effect.canvas().x(), effect.canvas().y(), seed);
    }
}
