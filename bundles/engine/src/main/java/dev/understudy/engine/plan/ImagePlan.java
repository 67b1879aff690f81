package dev.understudy.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image to be made: layers onto a canvas, a view of the canvas, a file of the view. No I/O has been made for it and no
 * pixel is known; sizes that depend on sources are worked out when those are open.
 *
 * @param layers in ascending order of number; the first is number 0 and makes the canvas
 * @param composite the treatment of the flattened layers
 * @param view the part of the composite that is shown, and its size
 * @param output how the reply is written
 * @param otherwise how it is written when it is too large for that format, which is in place of the one asked for; null when it is
 *     the one asked for
 * @param watermark what is laid over the composite before that is viewed; null for nothing
 */
public record ImagePlan(
        List<LayerPlan> layers,
        CompositePlan composite,
        ViewPlan view,
        OutputPlan output,
        @Nullable OutputPlan otherwise,
        @Nullable LayerPlan watermark) {

    public ImagePlan {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || layers.get(0).number() != 0) {
            throw new IllegalArgumentException("a plan without layer 0");
        }
    }

    /** A plan of a reply in the format that was asked for. */
    public ImagePlan(List<LayerPlan> layers, CompositePlan composite, ViewPlan view, OutputPlan output) {
        this(layers, composite, view, output, null, null);
    }

    /**
     * Whether the pixels of a single layer are seen as they are wherever they are opaque: then an opaque image that covers
     * the view need not be composed.
     */
    public boolean isPlain() {
        return layers.size() == 1 && layers.get(0).isPlain() && composite.isPlain() && watermark == null;
    }

    /** Whether the pixels of a single layer are seen as they are, but for operations on it and on the composite. */
    public boolean isPlainButForOperations() {
        return layers.size() == 1
                && layers.get(0).withOperations(List.of()).isPlain()
                && composite.withOperations(List.of()).isPlain()
                && watermark == null;
    }

    public ImagePlan withLayers(List<LayerPlan> newLayers) {
        return new ImagePlan(newLayers, composite, view, output, otherwise, watermark);
    }

    /** The same image with other layers and another view. */
    public ImagePlan with(List<LayerPlan> newLayers, ViewPlan newView) {
        return new ImagePlan(newLayers, composite, newView, output, otherwise, watermark);
    }

    /** The same image in the same colors, drawn even if a catalog's profile is damaged. */
    public ImagePlan withTolerantColors() {
        OutputPlan other =
                otherwise == null ? null : otherwise.with(otherwise.colors().tolerant());
        return new ImagePlan(
                layers, composite, view, output.with(output.colors().tolerant()), other, watermark);
    }

    /** The same image written in a format in place of the one asked for, if it is not too large for it. */
    public ImagePlan writtenAs(OutputPlan smaller) {
        return new ImagePlan(layers, composite, view, smaller, output, watermark);
    }

    public ImagePlan withWatermark(@Nullable LayerPlan newWatermark) {
        return new ImagePlan(layers, composite, view, output, otherwise, newWatermark);
    }

    /** The same image as a plan of two layers: the composite and the watermark; a plan without a watermark as it is. */
    public ImagePlan withWatermarkAsLayer() {
        if (watermark == null) {
            return this;
        }
        ImagePlan unmarked =
                new ImagePlan(layers, composite, ViewPlan.whole(view.background(), view.resMode()), output);
        List<LayerPlan> both = List.of(LayerPlan.plain(0, new LayerContent.Nested(unmarked)), watermark);
        return new ImagePlan(both, CompositePlan.NONE, view, output, otherwise, null);
    }
}
