package dev.understudy.image;

import java.util.List;

/**
 * How the colors of an image are reduced to those of a palette; {@code quantize=}.
 *
 * @param palette which colors there are
 * @param diffuse whether the error of a pixel is spread to its neighbors
 * @param colors how many there are at most in an adaptive palette, 2..256
 * @param forced colors that an adaptive palette has in any case, 0xRRGGBB, no more than {@code colors} and none twice
 */
public record Quantization(PaletteKind palette, boolean diffuse, int colors, List<Integer> forced) {

    /** The most colors that a palette can have. */
    public static final int MOST = 256;

    /** What is done unless something else is asked for. */
    public static final Quantization USUAL = new Quantization(PaletteKind.ADAPTIVE, true, MOST, List.of());

    /** Where the colors come from. */
    public enum PaletteKind {
        /** Colors that suit the image. */
        ADAPTIVE,
        /** The 216 colors of old browsers. */
        WEB,
        /** The 256 colors of old Macintosh systems, which leave no place for transparency. */
        MAC
    }

    public Quantization {
        forced = List.copyOf(forced);
        if (colors < 2 || colors > MOST || forced.size() > colors) {
            throw new IllegalArgumentException(forced.size() + " of " + colors + " colors");
        }
        if (palette != PaletteKind.ADAPTIVE && (colors != MOST || !forced.isEmpty())) {
            throw new IllegalArgumentException(palette + " is as it is");
        }
    }
}
