package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.plan.Blending;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlacement;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.LayerTransform;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.request.Assignment;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.ObjectRequest;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans watermarks. A watermark is the image of a record, laid over the composite before that is viewed. What its record says to
 * layer 0 or to the composite about {@code sizeN}, {@code opac} and {@code blendMode} is about the watermark as a whole;
 * {@code align} says where it lies.
 *
 * <p>Source: the reference's pages on watermarks, the attribute Watermark, size and align.
 */
final class WatermarkPlanner {

    private static final Set<Command<?>> OF_THE_WHOLE = Set.of(Commands.OPAC, Commands.BLEND_MODE);

    private final CommandValues whole = new CommandValues();
    private final List<Assignment> image = new ArrayList<>();
    private final ImageRequest request;

    private WatermarkPlanner(ImageRequest request) throws ServeException {
        this.request = request;
        request.assignments().stream()
                .filter(assignment -> isOfAll(assignment) && assignment.command() == Commands.SIZE)
                .forEach(whole::add);
        boolean relative = size() != null;
        for (Assignment assignment : request.assignments()) {
            boolean ofWhole =
                    OF_THE_WHOLE.contains(assignment.command()) || relative && assignment.command() == Commands.SIZE;
            if (isOfAll(assignment) && ofWhole) {
                whole.add(assignment);
            } else {
                image.add(assignment);
            }
        }
    }

    /** Whether a reply of this type bears the watermark of its catalog; those that tell of an image tell of the marked one. */
    static boolean marks(RequestType type) {
        return type != RequestType.TMB && type != RequestType.MASK;
    }

    /**
     * An image with the watermark of its catalog, if that has one.
     *
     * @param raw the request for the image
     * @throws ServeException when the watermark cannot be planned: then there is no image either
     */
    static ImagePlanner.Outcome marked(ImagePlanner.Outcome image, Catalog catalog, RawRequest raw)
            throws ServeException {
        String id = catalog.get(Attributes.WATERMARK);
        if (id.isBlank()) {
            return image;
        }
        Catalog base = StandInPlanner.base(catalog, Attributes.WATERMARK, raw.catalogs());
        if (base.image(id.strip()).isEmpty()) {
            throw new ServeException(new Failure.Missing(id.strip(), true));
        }
        ObjectRequest named = new ObjectRequest(id.strip(), true, base, base, "", "", Map.of(), true);
        return new WatermarkPlanner(RequestReader.read(named, raw.catalogs(), raw.policy())).over(image);
    }

    private static boolean isOfAll(Assignment assignment) {
        return assignment.target().layer() <= 0 && !assignment.target().isEffect();
    }

    private ImagePlanner.Outcome over(ImagePlanner.Outcome target) throws ServeException {
        Color color = size() == null ? null : color();
        if (color != null) {
            return target.marked(layer(new LayerContent.Solid(color)), List.of(request.object()));
        }
        ImagePlanner.Outcome mark = ImagePlanner.watermark(request.withAssignments(image));
        return target.marked(layer(new LayerContent.Nested(mark.plan())), mark.objects());
    }

    private LayerPlan layer(LayerContent content) throws ServeException {
        Point align = request.values().global().get(Commands.ALIGN, Point.ZERO);
        Point point = new Point(align.x() / 2, align.y() / 2, true);
        return LayerPlan.plain(1, content)
                .withTransform(LayerTransform.NONE.withSize(size()))
                .withPlacement(new LayerPlacement(null, point, point))
                .withBlending(new Blending(
                        whole.get(Commands.BLEND_MODE, BlendMode.NORM), whole.get(Commands.OPAC, Opacity.FULL)));
    }

    /** The color that the watermark is, which then has no size but that relative to the image; null when it is anything else. */
    private @Nullable Color color() throws ServeException {
        request.values().requireValid();
        boolean bare = image.stream()
                .allMatch(assignment -> assignment.command().scope().isGlobal()
                        || isOfAll(assignment) && assignment.command() == Commands.COLOR);
        CommandValues layerZero = request.values().layers().get(0);
        return bare && request.object().source() == null && layerZero != null ? layerZero.get(Commands.COLOR) : null;
    }

    /** The size relative to the image, null for that of the watermark in pixels. */
    private @Nullable Point size() throws ServeException {
        Point size = whole.get(Commands.SIZE);
        boolean free = size == null || !size.normalized() || size.x() == 0 && size.y() == 0;
        return free ? null : size;
    }
}
