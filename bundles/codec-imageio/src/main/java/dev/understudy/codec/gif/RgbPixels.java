package dev.understudy.codec.gif;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import org.jspecify.annotations.Nullable;

/** An image of RGB or gray planes, pixel by pixel, each either opaque or transparent. */
final class RgbPixels {

    private final byte[] red;
    private final byte[] green;
    private final byte[] blue;
    private final @Nullable Plane alpha;
    private final int width;

    private RgbPixels(Pixels pixels) {
        boolean gray = pixels.samples() == Samples.GRAY;
        red = pixels.plane(0).samples();
        green = pixels.plane(gray ? 0 : 1).samples();
        blue = pixels.plane(gray ? 0 : 2).samples();
        alpha = pixels.alpha();
        width = pixels.width();
    }

    static RgbPixels of(Pixels pixels) {
        return new RgbPixels(pixels);
    }

    int width() {
        return width;
    }

    int count() {
        return red.length;
    }

    int red(int index) {
        return red[index] & 0xff;
    }

    int green(int index) {
        return green[index] & 0xff;
    }

    int blue(int index) {
        return blue[index] & 0xff;
    }

    /** The color as {@code 0xRRGGBB}. */
    int rgb(int index) {
        return red(index) << 16 | green(index) << 8 | blue(index);
    }

    boolean opaque(int index) {
        return alpha == null || alpha.samples()[index] < 0; // 128 and more
    }

    boolean anyTransparent() {
        for (int i = 0; i < count(); i++) {
            if (!opaque(i)) {
                return true;
            }
        }
        return false;
    }
}
