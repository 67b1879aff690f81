package dev.understudy.engine.color;

/**
 * What is kept of colors that another color space cannot show.
 *
 * <p>Source: the reference's pages on icc and IccRenderIntent.
 */
public enum RenderIntent {
    // @formatter:off
    /** The looks of the whole, as whoever made the profile sees them. */
    PERCEPTUAL,
    /** The colors that can be shown, white becoming white. */
    RELATIVE,
    /** How strong colors are. */
    SATURATION,
    /** The colors that can be shown, white becoming what it is on the source's paper. */
    ABSOLUTE;
    // @formatter:on

    /** The value of {@code attribute::IccRenderIntent} for it, which is also the number that profiles have for it. */
    public int number() {
        return ordinal();
    }

    /** The intent of a number of 0..3. */
    public static RenderIntent of(int number) {
        return values()[number];
    }

    /** The last letter of the tags that hold a profile's table for it, which the two colorimetric ones share. */
    char table() {
        return (char) ('0' + (this == ABSOLUTE ? RELATIVE : this).number());
    }
}
