package dev.understudy.codec.raster;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import java.util.Arrays;
import java.util.List;

/** Puts the frame of an animation where it belongs in the whole image. */
public final class AnimationCanvas {

    private AnimationCanvas() {}

    /** An image of {@code width} x {@code height}, transparent but for {@code area}, which the frame fills. */
    public static Pixels place(Pixels frame, Region area, int width, int height) {
        if (area.width() == width && area.height() == height) {
            return frame;
        }
        Plane opacity = frame.alpha() == null ? opaque(area) : frame.alpha();
        List<Plane> planes = frame.planes().stream()
                .map(plane -> place(plane, area, width, height))
                .toList();
        return new Pixels(frame.samples(), planes, place(opacity, area, width, height), frame.profile());
    }

    private static Plane opaque(Region area) {
        Plane plane = Plane.blank(area.width(), area.height());
        Arrays.fill(plane.samples(), (byte) 255);
        return plane;
    }

    private static Plane place(Plane plane, Region area, int width, int height) {
        Plane whole = Plane.blank(width, height);
        for (int y = 0; y < area.height(); y++) {
            int to = (area.y() + y) * width + area.x();
            System.arraycopy(plane.samples(), y * area.width(), whole.samples(), to, area.width());
        }
        return whole;
    }
}
