package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.codec.ResolvedFormat;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.FormatChoice;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.Flip;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.CommandValuesByTarget;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.engine.request.Target;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.Samples;
import dev.understudy.serve.NegotiatedHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    private final EffectPlanner effects;
    private final List<LayerPlan> layers = new ArrayList<>();
    private final List<ResolvedObject> objects = new ArrayList<>();
    private @Nullable CatalogRecord lowestRecord;

    private ImagePlanner(ImageRequest request) throws ServeException {
        this.request = request;
        this.settings = request.values();
        settings.requireValid();
        this.views = new ViewPlanner(settings.global(), request.catalog());
        this.effects = new EffectPlanner(request);
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
     * @param varying the headers of the request that it depends on
     */
    record Outcome(ImagePlan plan, List<ResolvedObject> objects, Set<NegotiatedHeader> varying) {

        /** The same image with a watermark. */
        Outcome marked(LayerPlan watermark, List<ResolvedObject> more) {
            return new Outcome(
                    plan.withWatermark(watermark),
                    Stream.concat(objects.stream(), more.stream()).distinct().toList(),
                    varying);
        }

        private Outcome writtenAs(OutputPlan smaller) {
            return new Outcome(plan.writtenAs(smaller), objects, varying);
        }
    }

    /** The plan of a nested request, whose image is drawn but not written. */
    static Outcome nested(ImageRequest request) throws ServeException {
        ImagePlanner planner = new ImagePlanner(request);
        return planner.outcome(planner.layers, planner.views.nested(), OutputPlanner.nested(request), Set.of());
    }

    /** The plan of a watermark: of what is drawn, however it would be viewed. */
    static Outcome watermark(ImageRequest request) throws ServeException {
        ImagePlanner planner = new ImagePlanner(request);
        ViewPlan view = ViewPlan.whole(Color.TRANSPARENT, request.catalog().get(Attributes.RES_MODE));
        return planner.outcome(planner.layers, view, OutputPlanner.NESTED, Set.of());
    }

    /** The plan of an image that a vector image takes from a request: as a client would see it without a watermark, written without loss. */
    static Outcome embedded(ImageRequest request, NegotiationContext context) throws ServeException {
        ImagePlanner planner = new ImagePlanner(request);
        ClientAdaptation adaptation = context.adaptation(request);
        ResolvedFormat asked = adaptation.asked();
        Samples samples = asked.samples() == Samples.GRAY ? Samples.GRAY : null;
        ResolvedFormat written =
                context.formats().resolve(new FormatChoice(asked.format().alpha() ? "png-alpha" : "png", samples, ""));
        OutputPlan output = planner.outputs(adaptation.quality(), false).output(written);
        return planner.drawn(RequestType.IMG, adaptation, output);
    }

    /** The plan of a request for an image, written for a client. */
    static Outcome image(ImageRequest request, NegotiationContext context) throws ServeException {
        return of(request, context, RequestType.IMG);
    }

    /** The plan of what a request of this type draws, written for a client. */
    static Outcome of(ImageRequest request, NegotiationContext context, RequestType type) throws ServeException {
        ImagePlanner planner = new ImagePlanner(request);
        ClientAdaptation adaptation = context.adaptation(request);
        OutputPlanner outputs = planner.outputs(adaptation.quality(), type == RequestType.MASK);
        OutputPlan asked = outputs.output(adaptation.asked());
        Outcome outcome = planner.drawn(type, adaptation, asked);
        Optional<ResolvedFormat> smaller = adaptation.smaller();
        return smaller.isEmpty() ? outcome : outcome.writtenAs(outputs.output(smaller.get()));
    }

    private Outcome drawn(RequestType type, ClientAdaptation adaptation, OutputPlan output) throws ServeException {
        if (type != RequestType.TMB) {
            return outcome(layers, views.image(adaptation.pixelRatio()), output, adaptation.varying());
        }
        Thumbnail thumbnail = Thumbnail.of(lowestRecord, request.catalog());
        ViewPlan view = views.thumbnail(thumbnail, adaptation.pixelRatio());
        return outcome(Thumbnails.fitted(layers, thumbnail, view), view, output, adaptation.varying());
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
        LayerPlan bare = new LayerPlanner(number, layer, input).layer();
        LayerPlan plan = bare.withEffects(effects.of(number, bare.blending().opacity()));
        layers.add(hidden ? plan.transparent() : plan);
        objects.addAll(input.others());
        if (input.object() != null) {
            objects.add(input.object());
            lowestRecord = lowestRecord == null ? input.object().record() : lowestRecord;
        }
    }

    private Outcome outcome(List<LayerPlan> finished, ViewPlan view, OutputPlan output, Set<NegotiatedHeader> varying)
            throws ServeException {
        CommandValues values = settings.composite();
        Opacity opacity = values.get(Commands.OPAC, Opacity.FULL);
        LayerContent bottom = finished.isEmpty() ? null : finished.get(0).content();
        CompositePlan composite = new CompositePlan(
                ClipPlanner.cropPaths(values, bottom),
                values.get(Commands.FLIP, Flip.NONE),
                ClipPlanner.clip(values, bottom),
                opacity.ofForeground(),
                OperationPlanner.operations(values),
                effects.of(Target.COMPOSITE_NUMBER, opacity));
        return new Outcome(
                new ImagePlan(finished, composite, view, output),
                objects.stream().distinct().toList(),
                varying);
    }

    private OutputPlanner outputs(JpegQuality quality, boolean mask) {
        double resolution = lowestRecord == null
                ? request.catalog().get(Attributes.PRINT_RESOLUTION)
                : lowestRecord.get(RecordFields.PRINT_RESOLUTION);
        return new OutputPlanner(request, quality, mask, resolution);
    }
}
