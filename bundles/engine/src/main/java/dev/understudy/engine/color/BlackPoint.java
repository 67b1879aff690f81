package dev.understudy.engine.color;

import dev.understudy.image.Samples;

/**
 * Finds the darkest color of a profile in L*a*b*, as LittleCMS does.
 *
 * <p>Source: Adobe Systems' paper on black point compensation (2006), and ISO 18619.
 */
final class BlackPoint {

    private static final double[] NONE = {0, 0, 0};

    /** The black of the perceptual intent's reference medium. */
    private static final double[] REFERENCE = Xyz.toLab(new double[] {0.00336, 0.0034731, 0.00287});

    private static final double BRIGHTEST = 50;

    private BlackPoint() {}

    /** The darkest color that comes from a profile. */
    static double[] ofSource(DeviceProfile profile) {
        ProfileTags tags = profile.tags();
        if (hasReferenceBlack(profile)) {
            return tags.hasTables() ? REFERENCE : darkestOf(profile.with(RenderIntent.RELATIVE));
        }
        if (profile.intent() == RenderIntent.RELATIVE && tags.isOutput() && profile.samples() == Samples.CMYK) {
            return inkLimited(profile);
        }
        return darkestOf(profile);
    }

    /** The darkest color that a profile can be asked for. */
    static double[] ofTarget(DeviceProfile profile) {
        if (hasReferenceBlack(profile)
                || !profile.tags().has("B2A" + profile.intent().table())) {
            return ofSource(profile);
        }
        double[] guess = profile.intent() == RenderIntent.RELATIVE ? ofSource(profile) : NONE;
        return new ShadowCurve(profile, guess).darkest();
    }

    /** From version 4 on, perceptual and saturation tables end at the black of a reference medium. */
    private static boolean hasReferenceBlack(DeviceProfile profile) {
        return profile.tags().isVersion4()
                && (profile.intent() == RenderIntent.PERCEPTUAL || profile.intent() == RenderIntent.SATURATION);
    }

    /** All inks, or no light. */
    private static double[] darkestOf(DeviceProfile profile) {
        ProfileTags tags = profile.tags();
        if (tags.hasTables() && !tags.has("A2B" + profile.intent().table())) {
            return NONE;
        }
        short[] darkest = new short[profile.samples().planes()];
        if (profile.samples() == Samples.CMYK) {
            java.util.Arrays.fill(darkest, (short) 0xffff);
        }
        return neutral(LabProfile.color(profile.toLab().convert(darkest), 0)[0]);
    }

    /** The darkest color with as much ink as the perceptual table uses. */
    private static double[] inkLimited(DeviceProfile profile) {
        if (!profile.tags().has("A2B0")) {
            return NONE;
        }
        short[] black = new short[3];
        LabProfile.put(NONE, black, 0);
        short[] inks = profile.with(RenderIntent.PERCEPTUAL).fromLab().convert(black);
        return neutral(LabProfile.color(profile.toLab().convert(inks), 0)[0]);
    }

    private static double[] neutral(double lightness) {
        return new double[] {Math.min(BRIGHTEST, lightness), 0, 0};
    }
}
