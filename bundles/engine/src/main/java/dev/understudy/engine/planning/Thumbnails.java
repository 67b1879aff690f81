package dev.understudy.engine.planning;

import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.LayerPlan;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.ViewPlan;
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
        boolean image = base.content() instanceof LayerContent.Image || base.content() instanceof LayerContent.Nested;
        if (!image) {
            return layers;
        }
        boolean bare = base.size() == null && base.scale() == 1;
        LayerPlan scaled = thumbnail.isTexture() && bare ? base.withScale(thumbnail.scale()) : base;
        PixelSize canvas = canvas(base.size(), layers.size() > 1, view);
        List<LayerPlan> fitted = new ArrayList<>(layers);
        fitted.set(0, canvas.area() == 0 ? scaled : wrapped(scaled.withSize(null), canvas, thumbnail, view));
        return fitted;
    }

    /** The size that layer 0 must have; nothing when fitting the view is enough. */
    private static PixelSize canvas(@Nullable Point size, boolean layered, ViewPlan view) {
        if (size != null && size.x() > 0 && size.y() > 0) {
            return new PixelSize((int) size.x(), (int) size.y());
        }
        return layered ? new PixelSize(view.width(), view.height()) : PixelSize.NONE;
    }

    private static LayerPlan wrapped(LayerPlan layer, PixelSize canvas, Thumbnail thumbnail, ViewPlan view) {
        ViewPlan inner = new ViewPlan(
                canvas.width(),
                canvas.height(),
                thumbnail.isTexture() ? 1 : 0,
                thumbnail.fit(),
                true,
                thumbnail.align().x(),
                thumbnail.align().y(),
                null,
                null,
                1,
                Color.TRANSPARENT,
                view.resMode(),
                PixelSize.NONE,
                PixelSize.NONE);
        ImagePlan image =
                new ImagePlan(List.of(layer.withOrigin(null)), CompositePlan.NONE, inner, OutputPlanner.NESTED);
        return LayerPlan.plain(0, new LayerContent.Nested(image)).withOrigin(layer.origin());
    }
}
