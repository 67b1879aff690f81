package dev.understudy.codec.raster;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.List;

/** Opacity that has been multiplied into the colors. */
public final class Alpha {

    private Alpha() {}

    /** Takes the opacity out of the colors again; what is wholly transparent becomes black. */
    public static Pixels divideOut(Pixels pixels) {
        Plane alpha = pixels.alpha();
        if (alpha == null) {
            return pixels;
        }
        List<Plane> planes =
                pixels.planes().stream().map(plane -> divide(plane, alpha)).toList();
        return new Pixels(pixels.samples(), planes, alpha, pixels.profile());
    }

    private static Plane divide(Plane plane, Plane alpha) {
        byte[] from = plane.samples();
        byte[] to = new byte[from.length];
        for (int i = 0; i < to.length; i++) {
            int opacity = alpha.samples()[i] & 0xff;
            if (opacity > 0) {
                to[i] = (byte) Math.min(255, ((from[i] & 0xff) * 255 + opacity / 2) / opacity);
            }
        }
        return new Plane(plane.width(), plane.height(), to);
    }
}
