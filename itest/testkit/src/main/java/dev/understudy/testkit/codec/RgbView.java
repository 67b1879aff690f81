package dev.understudy.testkit.codec;

import static dev.understudy.testkit.codec.TestImage.plane;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;

/** Images of any color model as RGB, by JFIF's equations, for comparisons. */
final class RgbView {

    private RgbView() {}

    static Pixels of(Pixels pixels) {
        List<Plane> planes = switch (pixels.samples()) {
            case RGB -> pixels.planes();
            case GRAY -> List.of(pixels.plane(0), pixels.plane(0), pixels.plane(0));
            case YCC ->
                List.of(combined(pixels, 0, 1.402), combined(pixels, -0.344136, -0.714136), combined(pixels, 1.772, 0));
            case CMYK -> throw new IllegalArgumentException("inks are no light");
        };
        return new Pixels(Samples.RGB, planes, pixels.alpha(), null);
    }

    private static Plane combined(Pixels pixels, double blueness, double redness) {
        Plane luma = pixels.plane(0);
        Plane cb = pixels.plane(1);
        Plane cr = pixels.plane(2);
        return plane(pixels.width(), pixels.height(), (x, y) -> {
            double value = luma.at(x, y)
                    + blueness * (chroma(cb, luma, x, y) - 128)
                    + redness * (chroma(cr, luma, x, y) - 128);
            return (int) Math.max(0, Math.min(255, Math.round(value)));
        });
    }

    private static int chroma(Plane chroma, Plane luma, int x, int y) {
        return chroma.at(x * chroma.width() / luma.width(), y * chroma.height() / luma.height());
    }

    /** The samples of {@code shown} where the alpha is opaque, those of {@code hidden} elsewhere. */
    static Plane where(Plane alpha, Plane shown, Plane hidden) {
        return plane(alpha.width(), alpha.height(), (x, y) -> alpha.at(x, y) == 255 ? shown.at(x, y) : hidden.at(x, y));
    }
}
