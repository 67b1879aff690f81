package dev.understudy.engine.color;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;

/** The converted value of each gray; gray stays gray. */
final class GrayLut implements ColorTransform {

    private final byte[] grays;

    private GrayLut(byte[] grays) {
        this.grays = grays;
    }

    static ColorTransform of(IccConversion conversion) {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        byte[] rgb = conversion.convert(all);
        byte[] grays = new byte[256];
        for (int i = 0; i < grays.length; i++) {
            grays[i] = rgb[i * 3 + 1];
        }
        return ColorTransform.isSame(all, grays) ? NONE : new GrayLut(grays);
    }

    @Override
    public Pixels apply(Pixels pixels) {
        Plane plane = pixels.plane(0);
        byte[] out = new byte[plane.samples().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = grays[plane.samples()[i] & 0xff];
        }
        List<Plane> planes = Rgb.planes(plane.width(), plane.height(), out);
        return new Pixels(Samples.GRAY, planes, pixels.alpha(), null);
    }
}
