package dev.understudy.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one raster type: planes of 8-bit samples, an optional alpha plane, and the profile that says what the colors
 * mean. Only the chroma planes of {@link Samples#YCC} may be smaller than the image: by a whole factor of 1, 2 or 4 a
 * direction, rounded up.
 *
 * @param samples what the planes mean
 * @param planes as many as {@code samples} asks for
 * @param alpha opacity at full size, 0 transparent, not multiplied into the colors; null when the image is opaque
 * @param profile the ICC profile as found in the source, null for sRGB (or its gray) or when none is known
 */
public record Pixels(
        Samples samples,
        List<Plane> planes,
        @Nullable Plane alpha,
        @Nullable ColorProfile profile) {

    public Pixels {
        planes = List.copyOf(planes);
        if (planes.size() != samples.planes()) {
            throw new IllegalArgumentException(samples + " has " + samples.planes() + " planes, not " + planes.size());
        }
        Plane first = planes.get(0);
        for (int i = 1; i < planes.size(); i++) {
            requireFits(first, planes.get(i), samples == Samples.YCC);
        }
        if (alpha != null) {
            requireFits(first, alpha, false);
        }
    }

    /** Columns. */
    public int width() {
        return planes.get(0).width();
    }

    /** Rows. */
    public int height() {
        return planes.get(0).height();
    }

    /** The plane number {@code index}. */
    public Plane plane(int index) {
        return planes.get(index);
    }

    /** Whether a chroma plane is smaller than the image. */
    public boolean subsampled() {
        return samples == Samples.YCC
                && (planes.get(1).width() != width() || planes.get(1).height() != height());
    }

    /** The same image with another alpha plane. */
    public Pixels withAlpha(@Nullable Plane newAlpha) {
        return new Pixels(samples, planes, newAlpha, profile);
    }

    /** The same samples with another profile. */
    public Pixels withProfile(@Nullable ColorProfile newProfile) {
        return new Pixels(samples, planes, alpha, newProfile);
    }

    private static void requireFits(Plane whole, Plane part, boolean mayBeSubsampled) {
        boolean same = part.width() == whole.width() && part.height() == whole.height();
        if (!same && !(mayBeSubsampled && fits(whole.width(), part.width()) && fits(whole.height(), part.height()))) {
            throw new IllegalArgumentException("a plane of " + part.width() + "x" + part.height()
                    + " does not fit an image of " + whole.width() + "x" + whole.height());
        }
    }

    private static boolean fits(int whole, int part) {
        return part == whole || part == (whole + 1) / 2 || part == (whole + 3) / 4;
    }
}
