package dev.understudy.codec.svg.embedded;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns opaque samples into sRGB by their profile; as browsers do where there is none, or one for other colors. */
final class SrgbImage {

    private SrgbImage() {}

    /**
     * The image of some samples.
     *
     * @throws DamagedException when their profile cannot be used
     */
    static BufferedImage of(Pixels pixels) throws DamagedException {
        Pixels upright = pixels.samples() == Samples.YCC ? PlaneConversions.toRgb(pixels) : pixels;
        ICC_Profile profile = profile(upright);
        List<Plane> planes = profile == null ? rgb(upright) : converted(upright, profile);
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        int[] colors = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] red = planes.get(0).samples();
        byte[] green = planes.get(1).samples();
        byte[] blue = planes.get(2).samples();
        for (int i = 0; i < colors.length; i++) {
            colors[i] = 0xff << 24 | (red[i] & 0xff) << 16 | (green[i] & 0xff) << 8 | blue[i] & 0xff;
        }
        return image;
    }

    private static @Nullable ICC_Profile profile(Pixels pixels) throws DamagedException {
        ColorProfile stored = pixels.profile();
        if (stored == null) {
            return null;
        }
        try {
            ICC_Profile profile = ICC_Profile.getInstance(stored.bytes());
            return profile.getNumComponents() == pixels.planes().size() ? profile : null;
        } catch (IllegalArgumentException | CMMException e) {
            throw damaged();
        }
    }

    private static DamagedException damaged() {
        return new DamagedException("its color profile cannot be used");
    }

    private static List<Plane> rgb(Pixels pixels) {
        return switch (pixels.samples()) {
            case GRAY -> List.of(pixels.plane(0), pixels.plane(0), pixels.plane(0));
            case RGB, YCC -> pixels.planes();
            case CMYK -> List.of(uninked(pixels, 0), uninked(pixels, 1), uninked(pixels, 2));
        };
    }

    /** What light of a color two inks leave: the one that takes it away, and black. */
    private static Plane uninked(Pixels pixels, int ink) {
        byte[] color = pixels.plane(ink).samples();
        byte[] black = pixels.plane(3).samples();
        byte[] light = new byte[color.length];
        for (int i = 0; i < light.length; i++) {
            light[i] = (byte) (((255 - (color[i] & 0xff)) * (255 - (black[i] & 0xff)) + 127) / 255);
        }
        return new Plane(pixels.width(), pixels.height(), light);
    }

    private static List<Plane> converted(Pixels pixels, ICC_Profile profile) throws DamagedException {
        WritableRaster converted = raster(pixels, 3);
        try {
            ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null).filter(stored(pixels), converted);
        } catch (IllegalArgumentException | CMMException e) {
            throw damaged();
        }
        byte[] samples = ((DataBufferByte) converted.getDataBuffer()).getData();
        return List.of(band(pixels, samples, 0), band(pixels, samples, 1), band(pixels, samples, 2));
    }

    private static WritableRaster raster(Pixels pixels, int bands) {
        return Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, pixels.width(), pixels.height(), bands, null);
    }

    private static Raster stored(Pixels pixels) {
        int bands = pixels.planes().size();
        WritableRaster raster = raster(pixels, bands);
        byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
        for (int band = 0; band < bands; band++) {
            byte[] plane = pixels.plane(band).samples();
            for (int i = 0; i < plane.length; i++) {
                samples[i * bands + band] = plane[i];
            }
        }
        return raster;
    }

    private static Plane band(Pixels pixels, byte[] samples, int band) {
        Plane plane = Plane.blank(pixels.width(), pixels.height());
        for (int i = 0; i < plane.samples().length; i++) {
            plane.samples()[i] = samples[i * 3 + band];
        }
        return plane;
    }
}
