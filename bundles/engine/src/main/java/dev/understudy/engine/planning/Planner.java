package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.Flip;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.ServeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes plans of requests: a pure function, without files.
 *
 * <p>Source: the reference's pages on the commands, and on the transforms of layers, images and thumbnails.
 */
final class Planner {

    private final ImageRequest request;
    private final SettingsByTarget settings;
    private final List<ResolvedObject> objects = new ArrayList<>();

    private Planner(ImageRequest request) {
        this.request = request;
        this.settings = SettingsByTarget.of(request);
        if (request.template() != null) {
            objects.add(request.template());
        } else if (!request.object().isEmpty()) {
            objects.add(request.object());
        }
    }

    /**
     * A plan and what it was made of.
     *
     * @param plan the plan
     * @param objects every record and file that it uses
     */
    record Outcome(ImagePlan plan, List<ResolvedObject> objects) {}

    /** The plan of a request for a picture; nested requests are planned as such. */
    static Outcome picture(ImageRequest request) throws ServeException {
        Planner planner = new Planner(request);
        ViewPlanner views = new ViewPlanner(planner.settings.global(), request.catalog());
        List<LayerPlan> layers = planner.layers();
        ImagePlan plan = request.nested()
                ? new ImagePlan(layers, planner.composite(), views.nested(), OutputPlanner.NESTED)
                : new ImagePlan(layers, planner.composite(), views.image(), planner.output());
        return new Outcome(plan, planner.objects);
    }

    /** The plan of a request for a thumbnail. */
    static Outcome thumbnail(ImageRequest request) throws ServeException {
        Planner planner = new Planner(request);
        Thumbnail thumbnail = Thumbnail.of(planner.mainRecord(), request.catalog());
        ViewPlanner views = new ViewPlanner(planner.settings.global(), request.catalog());
        List<LayerPlan> layers = planner.layers();
        ImagePlan plan = new ImagePlan(
                Thumbnails.fitted(layers, thumbnail, views.thumbnail(thumbnail)),
                planner.composite(),
                views.thumbnail(thumbnail),
                planner.output());
        return new Outcome(plan, planner.objects);
    }

    private List<LayerPlan> layers() throws ServeException {
        List<LayerPlan> layers = new ArrayList<>();
        ContentPlanner contents = new ContentPlanner(request, objects);
        for (Map.Entry<Integer, Settings> layer : settings.layers().entrySet()) {
            int number = layer.getKey();
            boolean hidden = layer.getValue().get(Commands.HIDE, false);
            LayerContent content = hidden && number > 0 ? null : contents.content(number, layer.getValue());
            if (content != null) {
                layers.add(new LayerPlanner(number, layer.getValue(), contents.record(number))
                        .layer(content, hidden));
            }
        }
        return layers;
    }

    private CompositePlan composite() throws ServeException {
        Flip flip = settings.composite().get(Commands.FLIP, Flip.NONE);
        return new CompositePlan(
                flip.horizontal(), flip.vertical(), settings.composite().get(Commands.OPAC, 1.0));
    }

    private dev.understudy.engine.plan.OutputPlan output() throws ServeException {
        CatalogRecord record = mainRecord();
        double resolution = record == null
                ? request.catalog().get(Attributes.PRINT_RESOLUTION)
                : record.get(RecordFields.PRINT_RESOLUTION);
        return OutputPlanner.output(settings.global(), request.catalog(), resolution);
    }

    /** The record of the lowest layer that has one. */
    private CatalogRecord mainRecord() {
        return null;
    }
}
