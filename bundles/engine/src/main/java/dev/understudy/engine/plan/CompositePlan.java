package dev.understudy.engine.plan;

import dev.understudy.engine.operation.PixelOperation;
import java.util.List;

/**
 * The treatment of the flattened layers before they are viewed.
 *
 * @param cropPaths {@code layer=comp&cropPathE=}: paths of the image of layer 0, to whose bounds it is cropped; those that are not there
 *     crop nothing
 * @param flip {@code layer=comp&flip=}
 * @param clip {@code layer=comp&clipPath=}: what is seen of it
 * @param opacity 0..1, {@code layer=comp&opac=}
 * @param operations changes of pixels, in the order in which they apply; those of the view come last
 * @param effects from the lowest to the highest
 */
public record CompositePlan(
        List<String> cropPaths,
        Flip flip,
        Clip clip,
        double opacity,
        List<PixelOperation> operations,
        List<EffectPlan> effects) {

    /** No treatment. */
    public static final CompositePlan NONE =
            new CompositePlan(List.of(), Flip.NONE, Clip.NONE, 1, List.of(), List.of());

    public CompositePlan {
        cropPaths = List.copyOf(cropPaths);
        opacity += 0.0;
        operations = List.copyOf(operations);
        effects = List.copyOf(effects);
    }

    /**
     * Whether the pixels of the layers are seen as they are. Everything but geometry has to be as in {@link #NONE}, so that a
     * component that comes later cannot be forgotten here.
     */
    public boolean isPlain() {
        return equals(NONE.withCropPaths(cropPaths).withFlip(flip));
    }

    public CompositePlan withFlip(Flip newFlip) {
        return new CompositePlan(cropPaths, newFlip, clip, opacity, operations, effects);
    }

    public CompositePlan withClip(Clip newClip) {
        return new CompositePlan(cropPaths, flip, newClip, opacity, operations, effects);
    }

    public CompositePlan withCropPaths(List<String> newCropPaths) {
        return new CompositePlan(newCropPaths, flip, clip, opacity, operations, effects);
    }

    public CompositePlan withOpacity(double newOpacity) {
        return new CompositePlan(cropPaths, flip, clip, newOpacity, operations, effects);
    }

    public CompositePlan withOperations(List<PixelOperation> newOperations) {
        return new CompositePlan(cropPaths, flip, clip, opacity, newOperations, effects);
    }

    public CompositePlan withEffects(List<EffectPlan> newEffects) {
        return new CompositePlan(cropPaths, flip, clip, opacity, operations, newEffects);
    }
}
