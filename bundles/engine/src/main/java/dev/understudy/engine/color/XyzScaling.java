package dev.understudy.engine.color;

import java.util.Arrays;

/**
 * What happens to colors between two profiles: each component of XYZ is multiplied, and something is added to it.
 *
 * @param factors the factors
 * @param offsets what is added
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record XyzScaling(double[] factors, double[] offsets) {

    /** Finer than profiles tell it. */
    private static final double SAME = 5e-5;

    /** The scaling that a conversion needs. */
    static XyzScaling of(DeviceProfile source, DeviceProfile target, boolean blackPoint) {
        if (source.intent() == RenderIntent.ABSOLUTE) {
            return whites(source.tags().mediaWhite(), target.tags().mediaWhite());
        }
        boolean automatic = target.tags().isVersion4() && target.intent() != RenderIntent.RELATIVE;
        return blackPoint || automatic
                ? blacks(Xyz.ofLab(BlackPoint.ofSource(source)), Xyz.ofLab(BlackPoint.ofTarget(target)))
                : new XyzScaling(new double[] {1, 1, 1}, new double[3]);
    }

    /** The white of one paper as it looks on the other. */
    private static XyzScaling whites(double[] source, double[] target) {
        double[] factors = new double[3];
        Arrays.setAll(factors, i -> source[i] / target[i]);
        return new XyzScaling(factors, new double[3]);
    }

    /** Keeps white where it is, and moves one black to the other. */
    private static XyzScaling blacks(double[] source, double[] target) {
        double[] factors = new double[3];
        double[] offsets = new double[3];
        for (int i = 0; i < factors.length; i++) {
            double range = source[i] - Xyz.D50[i];
            factors[i] = (target[i] - Xyz.D50[i]) / range;
            offsets[i] = -Xyz.D50[i] * (target[i] - source[i]) / range;
        }
        return new XyzScaling(factors, offsets);
    }

    boolean isIdentity() {
        for (int i = 0; i < factors.length; i++) {
            if (Math.abs(factors[i] - 1) > SAME || Math.abs(offsets[i]) > SAME) {
                return false;
            }
        }
        return true;
    }

    /** Scales the colors of {@link LabProfile} samples in place. */
    void apply(short[] samples) {
        for (int at = 0; at < samples.length; at += 3) {
            double[] xyz = Xyz.ofLab(LabProfile.color(samples, at));
            for (int i = 0; i < 3; i++) {
                xyz[i] = Math.max(0, xyz[i] * factors[i] + offsets[i]);
            }
            LabProfile.put(Xyz.toLab(xyz), samples, at);
        }
    }
}
