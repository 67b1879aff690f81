package dev.understudy.engine.planning;

import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerMask;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.request.ResolvedObject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a layer with its mask, and its origin.
 *
 * @param content what is drawn
 * @param object the record or file that is drawn, null for colors, text and nested requests
 * @param mask its shape
 * @param scaled what {@code res=} and the anchor refer to: the object, or the mask of a solid color; null for none
 * @param others what else went into it
 */
record LayerInput(
        LayerContent content,
        @Nullable ResolvedObject object,
        LayerMask mask,
        @Nullable ResolvedObject scaled,
        List<ResolvedObject> others) {

    /** A layer without a mask of another source. */
    static LayerInput of(LayerContent content, @Nullable ResolvedObject object, List<ResolvedObject> others) {
        return new LayerInput(content, object, LayerMask.OWN, object, others);
    }

    /** The same with a mask. */
    LayerInput with(MaskInput other) {
        boolean solid = content instanceof LayerContent.Solid;
        return new LayerInput(
                content,
                object,
                LayerMask.of(other.content()),
                solid ? other.object() : scaled,
                Stream.concat(others.stream(), other.objects().stream()).toList());
    }

    /** The same with another use of its mask; one that is off is not needed, unless it is the size of a solid color. */
    LayerInput with(MaskUse use) {
        boolean needed = use != MaskUse.OFF || content instanceof LayerContent.Solid;
        return new LayerInput(content, object, new LayerMask(needed ? mask.source() : null, use), scaled, others);
    }

    /**
     * A mask.
     *
     * @param content an image or a nested request
     * @param object the record or file that it is drawn from, null for a nested request
     * @param objects all that went into it
     */
    record MaskInput(LayerContent content, @Nullable ResolvedObject object, List<ResolvedObject> objects) {}
}
