package dev.understudy.engine.color;

/**
 * The lightness that a profile makes of each lightness that it is asked for: nearly constant where it can be no darker, then
 * a bend, then nearly straight. The darkest color lies at the bend.
 *
 * <p>Source: Adobe Systems' paper on black point compensation (2006), section 7.2.
 */
final class ShadowCurve {

    private static final int STEPS = 256;
    private static final double MOST_COLORED = 50;
    private static final double SHADOWS = 0.2;
    private static final double NEARLY = 4;
    private static final double BRIGHTEST = 50;
    private static final double FLAT = 1e-10;

    private final double[] asked = new double[STEPS];
    private final double[] made = new double[STEPS];
    private final double[] guess;
    private final RenderIntent intent;

    /**
     * The curve of a profile.
     *
     * @param guess where the darkest color should be
     */
    ShadowCurve(DeviceProfile profile, double[] guess) {
        this.guess = guess;
        intent = profile.intent();
        short[] ramp = new short[STEPS * 3];
        for (int i = 0; i < STEPS; i++) {
            asked[i] = i * 100.0 / (STEPS - 1);
            LabProfile.put(new double[] {asked[i], limited(guess[1]), limited(guess[2])}, ramp, i * 3);
        }
        short[] back = profile.with(RenderIntent.RELATIVE)
                .toLab()
                .convert(profile.fromLab().convert(ramp));
        for (int i = 0; i < STEPS; i++) {
            made[i] = LabProfile.color(back, i * 3)[0];
        }
        for (int i = STEPS - 2; i > 0; i--) {
            made[i] = Math.min(made[i], made[i + 1]);
        }
    }

    private static double limited(double opponent) {
        return Math.max(-MOST_COLORED, Math.min(MOST_COLORED, opponent));
    }

    /** The darkest color. */
    double[] darkest() {
        if (made[0] >= made[STEPS - 1]) {
            return new double[3];
        }
        if (intent == RenderIntent.RELATIVE && isStraight()) {
            return guess;
        }
        boolean relative = intent == RenderIntent.RELATIVE;
        return bend(relative ? 0.1 : 0.03, relative ? 0.5 : 0.25);
    }

    /** Whether what is lighter than the shadows comes out as it is asked for. */
    private boolean isStraight() {
        double shadows = made[0] + SHADOWS * (made[STEPS - 1] - made[0]);
        for (int i = 0; i < STEPS; i++) {
            if (asked[i] > shadows && Math.abs(asked[i] - made[i]) >= NEARLY) {
                return false;
            }
        }
        return true;
    }

    /** The vertex of the parabola that lies closest to the curve between two heights. */
    private double[] bend(double low, double high) {
        double[] sums = new double[5];
        double[] products = new double[3];
        for (int i = 0; i < STEPS; i++) {
            double height = (made[i] - made[0]) / (made[STEPS - 1] - made[0]);
            if (height >= low && height < high) {
                double power = 1;
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += power;
                    if (k < products.length) {
                        products[k] += power * height;
                    }
                    power *= asked[i];
                }
            }
        }
        return sums[0] < 3 ? new double[3] : new double[] {Math.max(0, root(sums, products)), guess[1], guess[2]};
    }

    /** Where the parabola of the normal equations is 0, by Cramer's rule. */
    private static double root(double[] s, double[] t) {
        double all = determinant(s[0], s[1], s[2], s[1], s[2], s[3], s[2], s[3], s[4]);
        if (all == 0) {
            return 0;
        }
        double a = determinant(t[0], s[1], s[2], t[1], s[2], s[3], t[2], s[3], s[4]) / all;
        double b = determinant(s[0], t[0], s[2], s[1], t[1], s[3], s[2], t[2], s[4]) / all;
        double c = determinant(s[0], s[1], t[0], s[1], s[2], t[1], s[2], s[3], t[2]) / all;
        if (Math.abs(c) < FLAT) {
            return Math.abs(b) < FLAT ? 0 : limitedRoot(-a / b);
        }
        double discriminant = b * b - 4 * a * c;
        return discriminant <= 0 ? 0 : limitedRoot((-b + Math.sqrt(discriminant)) / (2 * c));
    }

    private static double limitedRoot(double root) {
        return Math.max(0, Math.min(BRIGHTEST, root));
    }

    private static double determinant(
            double a, double b, double c, double d, double e, double f, double g, double h, double i) {
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    }
}
