package dev.understudy.engine.color;

/**
 * CIE XYZ and CIE L*a*b* as profiles connect through them, both for the light D50.
 *
 * <p>Source: the specification ICC.1:2004-10, annex A.
 */
final class Xyz {

    /** The white of the connection space. */
    static final double[] D50 = {0.9642, 1.0, 0.8249};

    private static final double EDGE = 24.0 / 116;
    private static final double EDGE_CUBED = EDGE * EDGE * EDGE;
    private static final double SLOPE = 841.0 / 108;
    private static final double OFFSET = 16.0 / 116;

    private Xyz() {}

    /** Lightness of 0..100 and two opponent colors. */
    static double[] toLab(double[] xyz) {
        double x = root(xyz[0] / D50[0]);
        double y = root(xyz[1] / D50[1]);
        double z = root(xyz[2] / D50[2]);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    static double[] ofLab(double[] lab) {
        double y = (lab[0] + 16) / 116;
        return new double[] {
            cube(y + lab[1] / 500) * D50[0], cube(y) * D50[1], cube(y - lab[2] / 200) * D50[2],
        };
    }

    private static double root(double t) {
        return t <= EDGE_CUBED ? SLOPE * t + OFFSET : Math.cbrt(t);
    }

    private static double cube(double t) {
        return t <= EDGE ? (t - OFFSET) / SLOPE : t * t * t;
    }
}
