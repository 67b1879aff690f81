package dev.understudy.engine.planning;

import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.RecordFields;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.plan.Blending;
import dev.understudy.engine.plan.Clip;
import dev.understudy.engine.plan.Flip;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerFill;
import dev.understudy.engine.plan.LayerPlacement;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.LayerTransform;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.Perspective;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import org.jspecify.annotations.Nullable;

/**
 * Plans one layer.
 *
 * <p>Source: the reference's pages on the layer and source commands, layer transforms and layer placement.
 */
final class LayerPlanner {

    private final int number;
    private final CommandValues values;
    private final LayerInput input;
    private final @Nullable CatalogRecord record;

    LayerPlanner(int number, CommandValues values, LayerInput input) {
        this.number = number;
        this.values = values;
        this.input = input;
        this.record = input.scaled() == null ? null : input.scaled().record();
    }

    /** The layer as it is asked for. */
    LayerPlan layer() throws ServeException {
        LayerPlan plain = LayerPlan.plain(number, input.content()).withMask(input.mask());
        boolean solid = input.content() instanceof LayerContent.Solid;
        boolean image = plain.scales();
        Perspective perspective = values.get(Commands.PERSPECTIVE);
        Clip clip = ClipPlanner.clip(values, input.content());
        ClipPlanner.Extent extent = image || size(false) != null ? null : ClipPlanner.Extent.of(clip);
        if (extent != null && solid) {
            requireUpright();
        }
        Point size = extent != null ? extent.size() : image && perspective != null ? null : size(solid && !image);
        LayerTransform transform = new LayerTransform(
                image ? values.get(Commands.CROP) : null,
                ClipPlanner.cropPaths(values, input.content()),
                size,
                image && size == null ? scale(perspective == null) : 1,
                values.get(Commands.FLIP, Flip.NONE),
                values.get(Commands.ROTATE, 0.0) % 360,
                perspective,
                values.get(Commands.EXTEND));
        LayerFill fill = new LayerFill(
                solid ? Color.TRANSPARENT : values.get(Commands.COLOR, Color.TRANSPARENT),
                values.get(Commands.BG_COLOR, Color.TRANSPARENT));
        return plain.withTransform(transform)
                .withFill(fill)
                .withPlacement(placement(extent))
                .withClip(extent == null ? clip : extent.clip())
                .withBlending(blending())
                .withOperations(OperationPlanner.operations(values));
    }

    private LayerPlacement placement(ClipPlanner.@Nullable Extent extent) throws ServeException {
        Point origin = values.get(Commands.ORIGIN);
        return new LayerPlacement(
                anchor(),
                origin == null && extent != null ? extent.origin() : origin,
                number == 0 ? Point.ZERO : values.get(Commands.POS, Point.ZERO));
    }

    /** What takes its size from its path lies where that is. */
    private void requireUpright() throws ServeException {
        boolean rotated = values.get(Commands.ROTATE, 0.0) % 360 != 0;
        boolean scaled = values.get(Commands.SCALE, 1.0) != 1;
        if (rotated || scaled || values.has(Commands.ANCHOR)) {
            throw values.invalid(
                    rotated ? Commands.ROTATE : scaled ? Commands.SCALE : Commands.ANCHOR,
                    "nothing unless size= is given, as layer " + number
                            + " is a solid color as large as its clipPath=");
        }
    }

    private Blending blending() throws ServeException {
        return new Blending(
                number == 0 ? BlendMode.NORM : values.get(Commands.BLEND_MODE, BlendMode.NORM),
                values.get(Commands.OPAC, Opacity.FULL));
    }

    private @Nullable Point size(boolean required) throws ServeException {
        Point size = values.get(Commands.SIZE);
        if (size != null && size.normalized() && number == 0) {
            throw values.invalid(Commands.SIZE, "size= in pixels; sizeN= is relative to layer 0, which this is");
        }
        if (required && (size == null || size.x() == 0 || size.y() == 0)) {
            throw values.invalid(
                    Commands.SIZE, "width and height above 0 for layer " + number + ", which is a solid color");
        }
        return size == null || size.x() == 0 && size.y() == 0 ? null : size;
    }

    /**
     * The factor by which the image is scaled.
     *
     * @param byResolution whether {@code res=} can say it
     */
    private double scale(boolean byResolution) throws ServeException {
        Double scale = values.get(Commands.SCALE);
        Double resolution = byResolution ? values.get(Commands.RES) : null;
        if (scale != null) {
            return scale;
        }
        double full = record == null ? 0 : record.get(RecordFields.RESOLUTION);
        return resolution == null || full <= 0 ? 1 : resolution / full;
    }

    private @Nullable Point anchor() throws ServeException {
        Point anchor = values.get(Commands.ANCHOR);
        String own = anchor != null || record == null ? "" : record.get(RecordFields.ANCHOR);
        return own.isBlank()
                ? anchor
                : Commands.ANCHOR.spellings().get(0).syntax().parse(own);
    }
}
