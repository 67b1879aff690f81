package dev.understudy.engine.operation;

import dev.understudy.engine.color.Rgb;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;

/**
 * Pixels on their way through filters.
 *
 * @param pixels in sRGB, never written to; filters get the form that they {@linkplain PixelFilter#colorModel take}
 * @param area their place in the window; whatever depends on coordinates takes them from here, so that a part of an image is
 *     the same as that part of the whole
 * @param scale the size of a pixel
 */
public record Raster(Pixels pixels, Region area, PixelScale scale) {

    public Raster {
        if (pixels.width() != area.width() || pixels.height() != area.height()) {
            throw new IllegalArgumentException(
                    "pixels of " + pixels.width() + "x" + pixels.height() + " do not fit " + area);
        }
    }

    /** The same place with other pixels. */
    Raster with(Pixels newPixels) {
        return new Raster(newPixels, area, scale);
    }

    /** The pixels of a part of its area. */
    public Pixels cut(Region part) {
        if (area.equals(part)) {
            return pixels;
        }
        Pixels whole = pixels.subsampled() ? Rgb.of(pixels) : pixels;
        Plane alpha = whole.alpha();
        return new Pixels(
                whole.samples(),
                whole.planes().stream().map(plane -> cut(plane, part)).toList(),
                alpha == null ? null : cut(alpha, part),
                null);
    }

    private Plane cut(Plane plane, Region part) {
        int x = part.x() - area.x();
        int y = part.y() - area.y();
        byte[] samples = new byte[part.width() * part.height()];
        for (int row = 0; row < part.height(); row++) {
            System.arraycopy(plane.samples(), (y + row) * plane.width() + x, samples, row * part.width(), part.width());
        }
        return new Plane(part.width(), part.height(), samples);
    }
}
