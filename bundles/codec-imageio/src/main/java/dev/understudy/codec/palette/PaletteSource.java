package dev.understudy.codec.palette;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import org.jspecify.annotations.Nullable;

/** An image of RGB or gray planes, pixel by pixel. */
final class PaletteSource {

    private static final int OPAQUE = 255;
    private static final int HALF = 128;

    private final byte[] red;
    private final byte[] green;
    private final byte[] blue;
    private final @Nullable Plane alpha;
    private final int width;
    private final Transparency transparency;

    PaletteSource(Pixels pixels, Transparency transparency) {
        boolean gray = pixels.samples() == Samples.GRAY;
        red = pixels.plane(0).samples();
        green = pixels.plane(gray ? 0 : 1).samples();
        blue = pixels.plane(gray ? 0 : 2).samples();
        alpha = pixels.alpha();
        width = pixels.width();
        this.transparency = transparency;
    }

    int width() {
        return width;
    }

    int count() {
        return red.length;
    }

    /** Whether the pixel is transparent, so that its color does not matter. */
    boolean clear(int index) {
        return opacity(index) == 0;
    }

    boolean anyClear() {
        for (int i = 0; i < count(); i++) {
            if (clear(i)) {
                return true;
            }
        }
        return false;
    }

    /** The color as 0xAARRGGBB. */
    int color(int index) {
        return opacity(index) << 24 | (red[index] & 0xff) << 16 | (green[index] & 0xff) << 8 | (blue[index] & 0xff);
    }

    private int opacity(int index) {
        int stored = alpha == null ? OPAQUE : alpha.samples()[index] & 0xff;
        return transparency == Transparency.SOFT ? stored : stored < HALF ? 0 : OPAQUE;
    }
}
