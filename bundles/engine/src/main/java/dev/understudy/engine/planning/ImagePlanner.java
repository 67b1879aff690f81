package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.Flip;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.CommandValuesByTarget;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.ServeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans of requests: a pure function, without files.
 *
 * <p>Source: the reference's pages on the commands, and on the transforms of layers, images and thumbnails.
 */
final class ImagePlanner {

    private final ImageRequest request;
    private final CommandValuesByTarget settings;
    private final ViewPlanner views;
    private final List<LayerPlan> layers = new ArrayList<>();
    private final List<ResolvedObject> objects = new ArrayList<>();
    private @Nullable CatalogRecord lowestRecord;

    private ImagePlanner(ImageRequest request) throws ServeException {
        this.request = request;
        this.settings = request.values();
        this.views = new ViewPlanner(settings.global(), request.catalog());
        ResolvedObject named = request.template() == null ? request.object() : request.template();
        if (!named.isEmpty()) {
            objects.add(named);
        }
        for (Map.Entry<Integer, CommandValues> layer : settings.layers().entrySet()) {
            addLayer(layer.getKey(), layer.getValue());
        }
    }

    /**
     * A plan and what it was made of.
     *
     * @param plan the plan
     * @param objects every record and file that it uses
     */
    record Outcome(ImagePlan plan, List<ResolvedObject> objects) {}

    /** The plan of a nested request, whose image is drawn but not written. */
    static Outcome nested(ImageRequest request) throws ServeException {
        ImagePlanner planner = new ImagePlanner(request);
        return planner.outcome(planner.layers, planner.views.nested(), OutputPlanner.NESTED);
    }

    /** The plan of a request for an image, written as one of the formats. */
    static Outcome image(ImageRequest request, OutputFormats formats) throws ServeException {
        ImagePlanner planner = new ImagePlanner(request);
        return planner.outcome(planner.layers, planner.views.image(), planner.output(formats, false));
    }

    /** The plan of what a request of this type draws, written as one of the formats. */
    static Outcome of(ImageRequest request, OutputFormats formats, RequestType type) throws ServeException {
        return switch (type) {
            case TMB -> thumbnail(request, formats);
            case MASK -> mask(request, formats);
            default -> image(request, formats);
        };
    }

    private static Outcome mask(ImageRequest request, OutputFormats formats) throws ServeException {
        ImagePlanner planner = new ImagePlanner(request);
        return planner.outcome(planner.layers, planner.views.image(), planner.output(formats, true));
    }

    private static Outcome thumbnail(ImageRequest request, OutputFormats formats) throws ServeException {
        ImagePlanner planner = new ImagePlanner(request);
        Thumbnail thumbnail = Thumbnail.of(planner.lowestRecord, request.catalog());
        ViewPlan view = planner.views.thumbnail(thumbnail);
        return planner.outcome(
                Thumbnails.fitted(planner.layers, thumbnail, view), view, planner.output(formats, false));
    }

    private void addLayer(int number, CommandValues layer) throws ServeException {
        boolean hidden = layer.get(Commands.HIDE, false);
        if (hidden && number > 0) {
            return;
        }
        LayerInput input = new ContentPlanner(request).input(number, layer);
        if (input == null) {
            return;
        }
        LayerPlan plan = new LayerPlanner(number, layer, input).layer();
        layers.add(hidden ? plan.transparent() : plan);
        objects.addAll(input.others());
        if (input.object() != null) {
            objects.add(input.object());
            lowestRecord = lowestRecord == null ? input.object().record() : lowestRecord;
        }
    }

    private Outcome outcome(List<LayerPlan> finished, ViewPlan view, OutputPlan output) throws ServeException {
        CommandValues values = settings.composite();
        CompositePlan composite = new CompositePlan(
                values.get(Commands.FLIP, Flip.NONE),
                values.get(Commands.OPAC, Opacity.FULL).ofForeground(),
                OperationPlanner.operations(values));
        return new Outcome(
                new ImagePlan(finished, composite, view, output),
                objects.stream().distinct().toList());
    }

    private OutputPlan output(OutputFormats formats, boolean mask) throws ServeException {
        double resolution = lowestRecord == null
                ? request.catalog().get(Attributes.PRINT_RESOLUTION)
                : lowestRecord.get(RecordFields.PRINT_RESOLUTION);
        return OutputPlanner.output(settings.global(), request.catalog(), formats, mask, resolution);
    }
}
