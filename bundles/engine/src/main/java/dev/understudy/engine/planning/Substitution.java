package dev.understudy.engine.planning;

import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerMask;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.request.DefaultImage;
import dev.understudy.engine.request.DefaultImages;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts default images in the place of a missing image, in each place that of the request which has the image; everything else
 * about the layers stays. A layer whose mask is missing is replaced like one whose image is, together with its mask.
 *
 * <p>Source: the reference's page on DefaultImageMode.
 */
final class Substitution {

    private final SourceKey missing;
    private final Planner planner;
    private final Map<DefaultImage, ImagePlanner.Outcome> standIns = new LinkedHashMap<>();

    /** Plans default images. */
    interface Planner {
        /** The plan of a default image that becomes part of another image. */
        ImagePlanner.Outcome plan(DefaultImage image) throws ServeException;
    }

    /**
     * @param missing the file that is not there
     * @param planner plans what takes its place
     */
    Substitution(SourceKey missing, Planner planner) {
        this.missing = missing;
        this.planner = planner;
    }

    /** What stands in for a file, in the first place that has a default image; empty when no place has one. */
    static Optional<DefaultImage> standIn(ImagePlan plan, DefaultImages images, SourceKey missing) {
        for (LayerPlan layer : plan.layers()) {
            Optional<DefaultImage> found =
                    Optional.ofNullable(PlanSources.isDrawnFrom(layer, missing) ? images.own() : null);
            if (found.isEmpty() && layer.content() instanceof LayerContent.Nested nested) {
                found = standIn(nested.plan(), images.at(layer.number()), missing);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The plan with default images in every place of the missing file that has one. */
    ImagePlan apply(ImagePlan plan, DefaultImages images) throws ServeException {
        List<LayerPlan> layers = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            layers.add(replaced(layer, images));
        }
        return plan.withLayers(layers);
    }

    /** The records and files of the default images that were put in. */
    List<ResolvedObject> objects() {
        return standIns.values().stream()
                .flatMap(outcome -> outcome.objects().stream())
                .toList();
    }

    /** The files of the default images that were put in. */
    Set<SourceKey> sources() {
        Set<SourceKey> sources = new HashSet<>();
        standIns.values().forEach(outcome -> sources.addAll(PlanSources.of(outcome.plan())));
        return sources;
    }

    private LayerPlan replaced(LayerPlan layer, DefaultImages images) throws ServeException {
        DefaultImage image = images.own();
        if (image != null && PlanSources.isDrawnFrom(layer, missing)) {
            return layer.withContent(content(image)).withMask(LayerMask.OWN);
        }
        return layer.content() instanceof LayerContent.Nested nested
                ? layer.withContent(new LayerContent.Nested(apply(nested.plan(), images.at(layer.number()))))
                : layer;
    }

    private LayerContent content(DefaultImage image) throws ServeException {
        ImagePlanner.Outcome standIn = standIns.get(image);
        if (standIn == null) {
            standIn = planner.plan(image);
            standIns.put(image, standIn);
        }
        return bare(standIn.plan());
    }

    /** The default image as the content of a layer: the bare image where its plan asks for nothing more. */
    private static LayerContent bare(ImagePlan defaultImage) {
        LayerPlan only = defaultImage.layers().get(0);
        boolean bare = only.equals(LayerPlan.plain(0, only.content()))
                && defaultImage.layers().size() == 1
                && defaultImage.view().isWhole();
        return bare ? only.content() : new LayerContent.Nested(defaultImage);
    }
}
