package dev.understudy.codec.meta;

/** Resolutions in other units than pixels an inch. */
public final class Density {

    private static final double METRES_AN_INCH = 0.0254;
    /** A whole number of pixels a meter is hardly ever a whole number of pixels an inch; this much is rounding. */
    private static final double ROUNDING = 0.02;

    private Density() {}

    /** Pixels an inch, 0 for values that make no sense. */
    public static double ofMetre(long pixelsAMetre) {
        if (pixelsAMetre <= 0) {
            return 0;
        }
        double exact = pixelsAMetre * METRES_AN_INCH;
        double whole = Math.rint(exact);
        return Math.abs(exact - whole) < ROUNDING ? whole : exact;
    }

    /** Pixels a meter. */
    public static int toMetre(double pixelsAnInch) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(pixelsAnInch / METRES_AN_INCH));
    }
}
