package dev.understudy.engine.plan;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Goes through what plans draw: of each layer its content, then its mask, down into nested requests and those of vector images. */
public final class PlanContents {

    private PlanContents() {}

    /** Visits all that is no nested request, in the order in which layers are drawn; made for use with each request. */
    public static void visit(ImagePlan plan, Consumer<LayerContent> visitor) {
        for (LayerPlan layer : plan.layers()) {
            visit(layer, visitor);
        }
        LayerPlan watermark = plan.watermark();
        if (watermark != null) {
            visit(watermark, visitor);
        }
    }

    private static void visit(LayerPlan layer, Consumer<LayerContent> visitor) {
        visit(layer.content(), visitor);
        visit(layer.mask().source(), visitor);
    }

    private static void visit(@Nullable LayerContent content, Consumer<LayerContent> visitor) {
        if (content instanceof LayerContent.Nested nested) {
            visit(nested.plan(), visitor);
        } else if (content != null) {
            visitor.accept(content);
            if (content instanceof LayerContent.Image image) {
                for (EmbeddedImage embedded : image.source().images()) {
                    visit(embedded.plan(), visitor);
                }
            }
        }
    }

    /** The same plan with other files in the place of its own. */
    public static ImagePlan withFiles(ImagePlan plan, UnaryOperator<ImageFile> change) {
        LayerPlan watermark = plan.watermark();
        return plan.withLayers(plan.layers().stream()
                        .map(layer -> withFiles(layer, change))
                        .toList())
                .withWatermark(watermark == null ? null : withFiles(watermark, change));
    }

    private static LayerPlan withFiles(LayerPlan layer, UnaryOperator<ImageFile> change) {
        LayerContent mask = layer.mask().source();
        LayerPlan changed = layer.withContent(withFiles(layer.content(), change));
        return mask == null
                ? changed
                : changed.withMask(
                        new LayerMask(withFiles(mask, change), layer.mask().use()));
    }

    private static LayerContent withFiles(LayerContent content, UnaryOperator<ImageFile> change) {
        if (content instanceof LayerContent.Image image) {
            return new LayerContent.Image(change.apply(image.source()));
        }
        return content instanceof LayerContent.Nested nested
                ? new LayerContent.Nested(withFiles(nested.plan(), change))
                : content;
    }
}
