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

/**
 * Fits layer 0 of a thumbnail into its rectangle.
 *
 * <p>Source: the reference's pages on the compositing canvas and thumbnail scaling.
 */
final class Thumbnails {

    private Thumbnails() {}

    /**
     * The layers with layer 0 as the canvas of a thumbnail. When nothing but a picture is shown, fitting the view does it;
     * else layer 0 becomes a picture of the size of the rectangle.
     *
     * @param view the thumbnail's view
     */
    static List<LayerPlan> fitted(List<LayerPlan> layers, Thumbnail thumbnail, ViewPlan view) {
        LayerPlan base = layers.get(0);
        boolean picture =
                base.content() instanceof LayerContent.Picture || base.content() instanceof LayerContent.Nested;
        if (!picture) {
            return layers;
        }
        Point size = base.size();
        boolean sized = size != null && size.x() > 0 && size.y() > 0;
        LayerPlan scaled = thumbnail.isTexture() && base.scale() == 1
                ? base.withSize(null).withScale(thumbnail.scale())
                : base.withSize(null);
        List<LayerPlan> fitted = new ArrayList<>(layers);
        PixelSize canvas =
                sized ? new PixelSize((int) size.x(), (int) size.y()) : new PixelSize(view.width(), view.height());
        boolean wrapped = (sized || layers.size() > 1) && canvas.area() > 0;
        fitted.set(0, wrapped ? wrapped(scaled, canvas, thumbnail, view) : size == null ? scaled : base);
        return fitted;
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
        ImagePlan picture = new ImagePlan(
                List.of(layer.withOrigin(null)), CompositePlan.NONE, inner, OutputPlanner.NESTED);
        return LayerPlan.plain(0, new LayerContent.Nested(picture)).withOrigin(layer.origin());
    }
}
