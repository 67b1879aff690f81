package dev.understudy.engine.plan;

import dev.understudy.engine.operation.PixelOperation;
import java.util.List;

/**
 * One layer. The order of work: crop, scale (or size), flip, the operations, fill with {@code color=}, clip, rotate about the
 * anchor, perspective, extend, then opacity and background, then placing by origin and position.
 *
 * @param number z-order, 0 or more
 * @param content the foreground
 * @param mask the shape of the content
 * @param transform the way from the content to the layer's rectangle
 * @param fill the colors behind the content
 * @param placement the place of the rectangle on the canvas
 * @param clip what is seen of it, before it is rotated
 * @param blending how it lies over the layers below it
 * @param operations changes of the foreground's pixels, in the order in which they apply
 * @param effects from the lowest to the highest; those below 0 lie behind the layer
 */
public record LayerPlan(
        int number,
        LayerContent content,
        LayerMask mask,
        LayerTransform transform,
        LayerFill fill,
        LayerPlacement placement,
        Clip clip,
        Blending blending,
        List<PixelOperation> operations,
        List<EffectPlan> effects) {

    public LayerPlan {
        operations = List.copyOf(operations);
        effects = List.copyOf(effects);
    }

    /** A layer that draws its content as it is, in the middle of the canvas. */
    public static LayerPlan plain(int number, LayerContent content) {
        return new LayerPlan(
                number,
                content,
                LayerMask.OWN,
                LayerTransform.NONE,
                LayerFill.NONE,
                LayerPlacement.CENTERED,
                Clip.NONE,
                Blending.PLAIN,
                List.of(),
                List.of());
    }

    /**
     * Whether the pixels of the content are seen as they are wherever they are opaque. Everything but geometry and fill has
     * to be as in a {@linkplain #plain plain} layer, so that a component that comes later cannot be forgotten here.
     */
    public boolean isPlain() {
        LayerPlan plain =
                plain(number, content).withTransform(transform).withFill(fill).withPlacement(placement);
        return equals(plain);
    }

    /** Whether the content has a size of its own, so that crop, size and scale work on it; else it is made to size. */
    public boolean scales() {
        return content instanceof LayerContent.Image
                || content instanceof LayerContent.Nested
                || content instanceof LayerContent.Solid && mask.source() != null;
    }

    public LayerPlan withContent(LayerContent newContent) {
        return new LayerPlan(number, newContent, mask, transform, fill, placement, clip, blending, operations, effects);
    }

    public LayerPlan withMask(LayerMask newMask) {
        return new LayerPlan(number, content, newMask, transform, fill, placement, clip, blending, operations, effects);
    }

    public LayerPlan withTransform(LayerTransform newTransform) {
        return new LayerPlan(number, content, mask, newTransform, fill, placement, clip, blending, operations, effects);
    }

    public LayerPlan withFill(LayerFill newFill) {
        return new LayerPlan(number, content, mask, transform, newFill, placement, clip, blending, operations, effects);
    }

    public LayerPlan withPlacement(LayerPlacement newPlacement) {
        return new LayerPlan(number, content, mask, transform, fill, newPlacement, clip, blending, operations, effects);
    }

    public LayerPlan withClip(Clip newClip) {
        return new LayerPlan(number, content, mask, transform, fill, placement, newClip, blending, operations, effects);
    }

    public LayerPlan withBlending(Blending newBlending) {
        return new LayerPlan(number, content, mask, transform, fill, placement, clip, newBlending, operations, effects);
    }

    /** The same with another opacity, for effects too. */
    public LayerPlan withOpacity(double newOpacity) {
        return withBlending(blending.withOpacity(new Opacity(newOpacity, 1)));
    }

    public LayerPlan withOperations(List<PixelOperation> newOperations) {
        return new LayerPlan(number, content, mask, transform, fill, placement, clip, blending, newOperations, effects);
    }

    public LayerPlan withEffects(List<EffectPlan> newEffects) {
        return new LayerPlan(number, content, mask, transform, fill, placement, clip, blending, operations, newEffects);
    }

    /** The invisible twin of this layer, with the same rectangle. */
    public LayerPlan transparent() {
        return withFill(LayerFill.NONE).withOpacity(0).withOperations(List.of()).withEffects(List.of());
    }
}
