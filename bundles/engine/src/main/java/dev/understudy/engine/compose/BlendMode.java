package dev.understudy.engine.compose;

/**
 * The way in which the colors of a layer mix with those below it.
 *
 * <p>The reference names modes of Photoshop. Their formulas are those that PDF 1.7 (11.3.5) and W3C's Compositing and Blending
 * have in common; they count where both are opaque. Where one of them is transparent, the other one's color stays.
 *
 * <p>Source: the reference's page on blendMode.
 */
public enum BlendMode {
    /** The layer's own color. */
    NORM,
    /** The layer's own color, in as many of the pixels as it is opaque, scattered at random; see {@link Dissolve}. */
    DISSOLVE,
    /** The lighter one of each component. */
    LIGHTEN {
        @Override
        int blend(int below, int above) {
            return MAX * Math.max(below, above);
        }
    },
    /** The darker one of each component. */
    DARKEN {
        @Override
        int blend(int below, int above) {
            return MAX * Math.min(below, above);
        }
    },
    /** The product: as two slides in front of one lamp. */
    MULT {
        @Override
        int blend(int below, int above) {
            return below * above;
        }
    },
    /** The complement of the product of the complements: as two projectors on one screen. */
    SCREEN {
        @Override
        int blend(int below, int above) {
            return MAX * (below + above) - below * above;
        }
    };

    /** A full component. */
    static final int MAX = 255;

    /**
     * The mixed component of two opaque pixels, not yet rounded.
     *
     * @param below 0..255
     * @param above 0..255
     * @return 0..255 in units of 1/255
     */
    int blend(int below, int above) {
        return MAX * above;
    }
}
