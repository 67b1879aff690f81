package dev.understudy.codec.raster;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import java.util.List;

/** Cuts parts out of images that had to be decoded as a whole. */
public final class Crop {

    private Crop() {}

    /** The part of an image without subsampled planes that lies in {@code region}, which lies in the image. */
    public static Pixels crop(Pixels pixels, Region region) {
        if (region.width() == pixels.width() && region.height() == pixels.height()) {
            return pixels;
        }
        List<Plane> planes =
                pixels.planes().stream().map(plane -> crop(plane, region)).toList();
        Plane alpha = pixels.alpha();
        return new Pixels(pixels.samples(), planes, alpha == null ? null : crop(alpha, region), pixels.profile());
    }

    private static Plane crop(Plane plane, Region region) {
        Plane part = Plane.blank(region.width(), region.height());
        for (int y = 0; y < region.height(); y++) {
            int from = (region.y() + y) * plane.width() + region.x();
            System.arraycopy(plane.samples(), from, part.samples(), y * region.width(), region.width());
        }
        return part;
    }
}
