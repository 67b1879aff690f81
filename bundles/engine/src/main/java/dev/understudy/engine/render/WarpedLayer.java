package dev.understudy.engine.render;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.ConvexPolygon;
import dev.understudy.engine.layout.Projective;
import dev.understudy.engine.layout.Vertex;
import dev.understudy.engine.plan.Perspective;
import dev.understudy.engine.resample.WarpSampling;
import dev.understudy.image.Region;

/**
 * A layer that is painted upright before it is rotated or bent.
 *
 * @param upright the layer before
 * @param toUpright from the window to the upright layer
 * @param outline what it covers of the window, when all of it is seen
 * @param sampling how its pixels are found
 * @param used the part of the upright layer that is needed
 */
record WarpedLayer(LayerView upright, Projective toUpright, ConvexPolygon outline, WarpSampling sampling, Region used) {

    private static final double SMALLEST_SCALE = 1.0 / 4096;

    /**
     * A layer that is rotated, as large as it is seen.
     *
     * @param toWindow from its content
     * @param part what is wanted of the window
     */
    static WarpedLayer rotated(LayerView view, Affine toWindow, Region part) {
        Affine scale = Affine.scaling(toWindow.stretchOfX(), toWindow.stretchOfY());
        return of(view, Projective.of(toWindow), part, scale, WarpSampling.plain(view.mode()));
    }

    /**
     * A layer that is bent, as large as it is seen where it is seen largest, though no larger than its content, and smaller when
     * more pixels than may be painted are needed of it.
     *
     * @param toWindow from its content
     * @param part what is wanted of the window
     * @param maxPixels how many pixels may be painted
     */
    static WarpedLayer bent(LayerView view, Projective toWindow, Region part, Perspective perspective, long maxPixels) {
        for (double most = largestScale(view); ; most /= 2) {
            WarpedLayer layer = bent(view, toWindow, part, perspective, most);
            if (layer.used().area() <= maxPixels || most < SMALLEST_SCALE) {
                return layer;
            }
        }
    }

    private static WarpedLayer bent(
            LayerView view, Projective toWindow, Region part, Perspective perspective, double largest) {
        Box box = view.layer().layout().box();
        double stretchX = 0;
        double stretchY = 0;
        for (Vertex corner : ConvexPolygon.of(box).vertices()) {
            Affine near = toWindow.near(corner.x(), corner.y());
            stretchX = Math.max(stretchX, near.stretchOfX());
            stretchY = Math.max(stretchY, near.stretchOfY());
        }
        Affine scale = Affine.scaling(
                whole(Math.min(largest, stretchX), box.width()), whole(Math.min(largest, stretchY), box.height()));
        int levels = levels(toWindow.inverse().then(scale), box, toWindow);
        return of(
                view,
                toWindow,
                part,
                scale,
                new WarpSampling(perspective.resampling(), view.mode(), perspective.jitter(), levels));
    }

    private static WarpedLayer of(
            LayerView view, Projective toWindow, Region part, Affine scale, WarpSampling sampling) {
        LayerView upright = view.in(scale);
        Projective toUpright = toWindow.inverse().then(scale);
        ConvexPolygon outline = view.layer().layout().reach().mapped(toWindow);
        ConvexPolygon seen = outline.within(Box.of(part));
        Region used = seen.isEmpty() ? new Region(0, 0, 0, 0) : used(seen, toUpright, sampling, upright.reach());
        return new WarpedLayer(upright, toUpright, outline, sampling, used);
    }

    /** The scale of what is painted upright at most: full size, or less where {@code scale=} asks for less. */
    private static double largestScale(LayerView view) {
        if (!view.layer().plan().scales()) {
            return Math.max(1, view.compositeScale());
        }
        double asked = view.layer().plan().transform().scale();
        return asked >= 1 ? 1 : Math.pow(2, Math.ceil(Math.log(asked) / Math.log(2) - 1e-9));
    }

    /** A scale that makes whole pixels of a length, at least one. */
    private static double whole(double scale, double length) {
        return Math.max(1, Math.ceil(scale * length - 1e-6)) / length;
    }

    /** How often the upright layer may be halved: as often as it is seen smaller somewhere. */
    private static int levels(Projective toUpright, Box box, Projective toWindow) {
        double smallest = 1;
        for (Vertex corner : ConvexPolygon.of(box).mapped(toWindow).vertices()) {
            Affine near = toUpright.near(corner.x(), corner.y());
            smallest = Math.max(smallest, Math.max(near.stretchOfX(), near.stretchOfY()));
        }
        return Math.min(WarpSampling.MOST_LEVELS, Math.getExponent(smallest));
    }

    /** The pixels of the upright layer that what is seen needs, in whole groups that can be halved as often as may be. */
    private static Region used(ConvexPolygon seen, Projective toUpright, WarpSampling sampling, Region filled) {
        double farthest = 1;
        for (Vertex corner : seen.vertices()) {
            Affine near = toUpright.near(corner.x(), corner.y());
            farthest = Math.max(farthest, near.stretchOfX() + near.stretchOfY());
        }
        Region touched = seen.mapped(toUpright).bounds().touched(sampling.reach() + farthest);
        return grouped(touched, filled, 1 << sampling.levels());
    }

    private static Region grouped(Region part, Region all, int group) {
        int left = Math.floorDiv(part.x() - all.x(), group) * group + all.x();
        int top = Math.floorDiv(part.y() - all.y(), group) * group + all.y();
        int right = -Math.floorDiv(all.x() - part.x() - part.width(), group) * group + all.x();
        int bottom = -Math.floorDiv(all.y() - part.y() - part.height(), group) * group + all.y();
        return new Region(left, top, right - left, bottom - top).intersect(all);
    }
}
