package dev.understudy.image;

import org.jspecify.annotations.Nullable;

/**
 * A decoded image, or the part of it that was asked for.
 *
 * @param info what the file says
 * @param pixels the samples, not yet turned by the orientation
 * @param region what part of the stored image they cover, in stored full-size pixels
 * @param reduction factor by which they are smaller than {@code region}: 1 or another power of 2 (sizes rounded up)
 * @param damage what is wrong with the file, for the log, when it is damaged and {@link Tolerance#LENIENT} was asked for;
 *     null for a whole image
 */
public record Decoded(
        ImageInfo info,
        Pixels pixels,
        Region region,
        int reduction,
        @Nullable String damage) {

    /** A sound image. */
    public Decoded(ImageInfo info, Pixels pixels, Region region, int reduction) {
        this(info, pixels, region, reduction, null);
    }

    /** The same with other samples. */
    public Decoded withPixels(Pixels newPixels) {
        return new Decoded(info, newPixels, region, reduction, damage);
    }

    /** The same, known to be incomplete. */
    public Decoded withDamage(String newDamage) {
        return new Decoded(info, pixels, region, reduction, newDamage);
    }
}
