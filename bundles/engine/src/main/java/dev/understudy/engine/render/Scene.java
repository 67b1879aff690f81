package dev.understudy.engine.render;

import dev.understudy.engine.layout.LayerLayout;
import dev.understudy.engine.layout.ViewLayout;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerPlan;
import java.util.List;

/**
 * A plan whose sources are open and whose geometry is known.
 *
 * @param plan the plan
 * @param layers from the bottom up
 * @param view the part that the reply shows
 */
record Scene(ImagePlan plan, List<Layer> layers, ViewLayout view) {

    /** One layer: the painter of its content, and its place. */
    record Layer(LayerPlan plan, LayerPainter painter, LayerLayout layout) {}
}
