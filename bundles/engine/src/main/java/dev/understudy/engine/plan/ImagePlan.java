package dev.understudy.engine.plan;

import java.util.List;

/**
 * An image to be made: layers onto a canvas, a view of the canvas, a file of the view. No I/O has been made for it and no
 * pixel is known; sizes that depend on sources are worked out when those are open.
 *
 * @param layers in ascending order of number; the first is number 0 and makes the canvas
 * @param composite what is done to the flattened layers
 * @param view what part of the composite is shown, and at what size
 * @param output how the reply is written
 */
public record ImagePlan(List<LayerPlan> layers, CompositePlan composite, ViewPlan view, OutputPlan output) {

    public ImagePlan {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || layers.get(0).number() != 0) {
            throw new IllegalArgumentException("a plan without layer 0");
        }
    }

    /** The same plan with other layers. */
    public ImagePlan withLayers(List<LayerPlan> newLayers) {
        return new ImagePlan(newLayers, composite, view, output);
    }
}
