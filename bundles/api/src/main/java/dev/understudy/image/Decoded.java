package dev.understudy.image;

/**
 * A decoded picture, or the part of it that was asked for.
 *
 * @param info what the file says
 * @param pixels the samples, not yet turned by the orientation
 * @param region what part of the stored picture they cover, in stored full-size pixels
 * @param reduction factor by which they are smaller than {@code region}: 1, 2, 4 or 8 (sizes rounded up)
 */
public record Decoded(ImageInfo info, Pixels pixels, Region region, int reduction) {}
