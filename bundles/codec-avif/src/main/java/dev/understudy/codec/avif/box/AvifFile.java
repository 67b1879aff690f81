package dev.understudy.codec.avif.box;

import dev.understudy.codec.avif.av1.ColorCodes;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Orientation;
import org.jspecify.annotations.Nullable;

/**
 * What an AVIF file says of its image.
 *
 * @param color the image without its opacity
 * @param alpha its opacity, as large; null for an opaque image
 * @param multiplied whether the opacity has been multiplied into the colors
 * @param codes what the samples of color mean
 * @param orientation how to turn it
 * @param profile its ICC profile, null for none
 */
public record AvifFile(
        CodedImage color,
        @Nullable CodedImage alpha,
        boolean multiplied,
        ColorCodes codes,
        Orientation orientation,
        @Nullable ColorProfile profile) {}
