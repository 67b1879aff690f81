package dev.understudy.engine.planning;

import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the default image in the place of missing images; everything else about their layers stays.
 *
 * <p>Source: the reference's page on DefaultImageMode.
 *
 * @param missing the file that is not there
 * @param standIn what is drawn in its place
 */
record Substitution(SourceKey missing, LayerContent standIn) {

    /** The default image as the content of a layer: the bare image where its plan asks for nothing more. */
    static LayerContent content(ImagePlan defaultImage) {
        LayerPlan only = defaultImage.layers().get(0);
        boolean bare = only.equals(LayerPlan.plain(0, only.content()))
                && defaultImage.layers().size() == 1
                && defaultImage.view().isWhole();
        return bare ? only.content() : new LayerContent.Nested(defaultImage);
    }

    /** The plan with the stand-in in every place of the missing file. */
    ImagePlan apply(ImagePlan plan) {
        List<LayerPlan> layers = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            layers.add(layer.withContent(apply(layer.content())));
        }
        return plan.withLayers(layers);
    }

    private LayerContent apply(LayerContent content) {
        if (content instanceof LayerContent.Nested nested) {
            return new LayerContent.Nested(apply(nested.plan()));
        }
        return PlanSources.isDrawnFrom(content, missing) ? standIn : content;
    }
}
