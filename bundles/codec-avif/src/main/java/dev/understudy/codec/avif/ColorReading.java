package dev.understudy.codec.avif;

import dev.understudy.codec.avif.av1.ChromaFormat;
import dev.understudy.codec.avif.av1.ColorCodes;
import dev.understudy.codec.avif.box.AvifFile;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.raster.Alpha;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the planes of an AVIF become: gray, luma and chroma as JFIF has them if the file has them so, else RGB.
 *
 * @param stored what they are in the file
 * @param samples what they become
 */
record ColorReading(Model stored, Samples samples) {

    /** Primaries of sRGB, which are those of BT.709, and others that nobody tells apart from them: not known, and BT.601. */
    private static final Set<Integer> PRIMARIES_LIKE_SRGB = Set.of(1, ColorCodes.UNSPECIFIED, 5, 6, 7);

    /** sRGB, and the curves of video, which are shown as if they were that. */
    private static final Set<Integer> TRANSFERS_LIKE_SRGB = Set.of(1, ColorCodes.UNSPECIFIED, 6, 13, 14, 15);

    private static final Set<Integer> LIKE_JFIF = Set.of(ColorCodes.UNSPECIFIED, 5, ColorCodes.BT601);

    /** How the planes of a file make colors. */
    private enum Model {
        GRAY,
        RGB,
        JFIF,
        OTHER_LUMA
    }

    /** The reading of a file. */
    static ColorReading of(AvifFile file) throws IOException {
        ChromaFormat chroma = file.color().header().chroma();
        ColorCodes codes = file.codes();
        if (file.profile() == null) {
            requireLikeSrgb(codes);
        }
        if (chroma == ChromaFormat.NONE) {
            return new ColorReading(Model.GRAY, Samples.GRAY);
        }
        if (codes.matrix() == ColorCodes.IDENTITY) {
            if (chroma != ChromaFormat.FULL) {
                throw new DamagedException("its planes of color are of different sizes");
            }
            return new ColorReading(Model.RGB, Samples.RGB);
        }
        if (LIKE_JFIF.contains(codes.matrix())) {
            return new ColorReading(Model.JFIF, file.alpha() == null ? Samples.YCC : Samples.RGB);
        }
        if (!LumaMatrix.knows(codes.matrix())) {
            throw new UnsupportedException("one with the matrix coefficients " + codes.matrix());
        }
        return new ColorReading(Model.OTHER_LUMA, Samples.RGB);
    }

    private static void requireLikeSrgb(ColorCodes codes) throws UnsupportedException {
        if (!PRIMARIES_LIKE_SRGB.contains(codes.primaries()) || !TRANSFERS_LIKE_SRGB.contains(codes.transfer())) {
            throw new UnsupportedException("one with color primaries " + codes.primaries()
                    + " and transfer characteristics " + codes.transfer() + ", and without a profile");
        }
    }

    /** The image of a file's planes. */
    Pixels pixels(AvifFile file, List<Plane> planes, @Nullable Plane alpha) {
        Pixels image = switch (stored) {
            case GRAY -> new Pixels(Samples.GRAY, planes, null, null);
            case RGB -> new Pixels(Samples.RGB, List.of(planes.get(2), planes.get(0), planes.get(1)), null, null);
            case JFIF -> jfif(planes);
            case OTHER_LUMA -> LumaMatrix.of(file.codes().matrix()).toRgb(new Pixels(Samples.YCC, planes, null, null));
        };
        Pixels whole = image.withAlpha(alpha).withProfile(file.profile());
        return file.multiplied() ? Alpha.divideOut(whole) : whole;
    }

    private Pixels jfif(List<Plane> planes) {
        Pixels image = new Pixels(Samples.YCC, planes, null, null);
        return samples == Samples.YCC ? image : PlaneConversions.toRgb(image);
    }
}
