package dev.understudy.engine.plan;

import dev.understudy.engine.operation.PixelOperation;
import java.util.List;

/**
 * The treatment of the flattened layers before they are viewed.
 *
 * @param flip {@code layer=comp&flip=}
 * @param opacity 0..1, {@code layer=comp&opac=}
 * @param operations changes of pixels, in the order in which they apply; those of the view come last
 * @param effects from the lowest to the highest
 */
public record CompositePlan(Flip flip, double opacity, List<PixelOperation> operations, List<EffectPlan> effects) {

    /** No treatment. */
    public static final CompositePlan NONE = new CompositePlan(Flip.NONE, 1, List.of(), List.of());

    public CompositePlan {
        opacity += 0.0;
        operations = List.copyOf(operations);
        effects = List.copyOf(effects);
    }

    /**
     * Whether the pixels of the layers are seen as they are. Everything but geometry has to be as in {@link #NONE}, so that a
     * component that comes later cannot be forgotten here.
     */
    public boolean isPlain() {
        return equals(NONE.withFlip(flip));
    }

    public CompositePlan withFlip(Flip newFlip) {
        return new CompositePlan(newFlip, opacity, operations, effects);
    }

    public CompositePlan withOpacity(double newOpacity) {
        return new CompositePlan(flip, newOpacity, operations, effects);
    }

    public CompositePlan withOperations(List<PixelOperation> newOperations) {
        return new CompositePlan(flip, opacity, newOperations, effects);
    }

    public CompositePlan withEffects(List<EffectPlan> newEffects) {
        return new CompositePlan(flip, opacity, operations, newEffects);
    }
}
