package dev.understudy.engine.planning;

import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.FitChoice;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlacement;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.LayerTransform;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.engine.plan.ViewScaling;
import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fits layer 0 of a thumbnail into its rectangle.
 *
 * <p>Source: the reference's pages on the compositing canvas and thumbnail scaling.
 */
final class Thumbnails {

    private Thumbnails() {}

    /**
     * The layers with layer 0 as the canvas of a thumbnail. When nothing but an image is shown, fitting the view does it;
     * else layer 0 becomes an image of the size of the rectangle.
     *
     * @param view the thumbnail's view
     */
    static List<LayerPlan> fitted(List<LayerPlan> layers, Thumbnail thumbnail, ViewPlan view) {
        LayerPlan base = layers.get(0);
        if (!base.scales()) {
            return layers;
        }
        LayerTransform transform = base.transform();
        boolean bare = transform.size() == null && transform.scale() == 1;
        LayerTransform scaled = thumbnail.isTexture() && bare ? transform.withScale(thumbnail.scale()) : transform;
        PixelSize canvas = canvas(transform.size(), layers.size() > 1, view);
        List<LayerPlan> fitted = new ArrayList<>(layers);
        fitted.set(
                0,
                canvas.area() == 0
                        ? base.withTransform(scaled)
                        : wrapped(base.withTransform(scaled.withSize(null)), canvas, thumbnail, view));
        return fitted;
    }

    /** The size that layer 0 must have; nothing when fitting the view is enough. */
    private static PixelSize canvas(@Nullable Point size, boolean layered, ViewPlan view) {
        if (size != null && size.x() > 0 && size.y() > 0) {
            return new PixelSize((int) size.x(), (int) size.y());
        }
        return layered ? new PixelSize(view.scaling().width(), view.scaling().height()) : PixelSize.NONE;
    }

    private static LayerPlan wrapped(LayerPlan layer, PixelSize canvas, Thumbnail thumbnail, ViewPlan view) {
        FitChoice fit = new FitChoice(thumbnail.fit(), true);
        ViewPlan inner = ViewPlan.whole(Color.TRANSPARENT, view.resMode())
                .withScaling(new ViewScaling(canvas.width(), canvas.height(), thumbnail.isTexture() ? 1 : 0, fit))
                .withAlign(thumbnail.align());
        LayerPlacement placement = layer.placement();
        LayerPlan unplaced = layer.withPlacement(placement.withOrigin(null));
        ImagePlan image = new ImagePlan(List.of(unplaced), CompositePlan.NONE, inner, OutputPlanner.NESTED);
        return LayerPlan.plain(0, new LayerContent.Nested(image))
                .withPlacement(LayerPlacement.CENTERED.withOrigin(placement.origin()));
    }
}
