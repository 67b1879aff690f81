package dev.understudy.engine.plan;

/**
 * How the edges of text come out; the second value of {@code textAttr=}. All but {@link #OFF} begin with the exact share of each pixel
 * that a letter covers.
 */
public enum Smoothing {
    /** Pixels are inside or outside. */
    OFF,
    /** Edges are as opaque as letters cover them. */
    NORM,
    /** Edges are a little steeper. */
    CRISP,
    /** Edges are steep. */
    SHARP,
    /** Edges are more opaque, so that letters are heavier. */
    STRONG,
    /** As {@link #NORM}: nothing is smoother than the exact share. */
    SMOOTH;

    private static final int OPAQUE = 255;
    private static final double CRISP_SLOPE = 1.5;
    private static final double SHARP_SLOPE = 3;
    private static final double STRONG_POWER = 0.6;

    /** Whether the text of {@code text=} can have it; there, all others are {@link #NORM}. */
    public boolean isOfText() {
        return this == OFF || this == NORM;
    }

    /** Whether Java's own filling does it. */
    public boolean isPlain() {
        return isOfText() || this == SMOOTH;
    }

    /** The opacity, 0..255, of a pixel that is covered by so much of 255. */
    public int level(int coverage) {
        return switch (this) {
            case OFF -> coverage * 2 > OPAQUE ? OPAQUE : 0;
            case NORM, SMOOTH -> coverage;
            case CRISP -> steeper(coverage, CRISP_SLOPE);
            case SHARP -> steeper(coverage, SHARP_SLOPE);
            case STRONG -> (int) Math.round(OPAQUE * Math.pow(coverage / (double) OPAQUE, STRONG_POWER));
        };
    }

    private static int steeper(int coverage, double slope) {
        double middle = OPAQUE / 2.0;
        return (int) Math.max(0, Math.min(OPAQUE, Math.round(middle + (coverage - middle) * slope)));
    }
}
