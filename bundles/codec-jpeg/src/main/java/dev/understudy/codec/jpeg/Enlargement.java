package dev.understudy.codec.jpeg;

import dev.understudy.codec.jpeg.decode.ComponentLayout;
import dev.understudy.codec.jpeg.decode.ComponentSamples;
import dev.understudy.codec.jpeg.decode.FrameLayout;
import dev.understudy.codec.raster.Chroma;
import dev.understudy.image.Plane;

/** Enlarges components that are coarser than their image, where those of an image must have one size. */
final class Enlargement {

    private Enlargement() {}

    /** Whether planes that are coarser by a factor are enlarged smoothly, and may be left as they are where chroma may. */
    static boolean isSmooth(int factor) {
        return factor == 1 || factor == 2 || factor == 4;
    }

    /** The samples of a component at the size of the decoded image: smoothed, or the nearest ones where the factors are odd. */
    static Plane full(ComponentSamples component, FrameLayout layout) {
        int factorX = layout.coarserX(component.layout());
        int factorY = layout.coarserY(component.layout());
        Plane plane = component.plane();
        return isSmooth(factorX) && isSmooth(factorY)
                ? Chroma.enlarged(plane, layout.width(), layout.height())
                : nearest(plane, layout, component.layout());
    }

    private static Plane nearest(Plane plane, FrameLayout layout, ComponentLayout component) {
        Plane full = Plane.blank(layout.width(), layout.height());
        for (int y = 0; y < full.height(); y++) {
            int row = layout.rowOf(y, component) * plane.width();
            for (int x = 0; x < full.width(); x++) {
                full.samples()[y * full.width() + x] = plane.samples()[row + layout.columnOf(x, component)];
            }
        }
        return full;
    }
}
