package dev.understudy.engine.color;

import dev.understudy.image.Samples;

/** Makes transforms of links between profiles. */
final class ColorTransforms {

    /** Colors this close to what they were are not worth converting. */
    private static final int TOLERANCE = 2;

    private static final int PROBES_A_SIDE = 6;

    private ColorTransforms() {}

    /**
     * The transform of a link; throws what the JDK throws about bad profiles.
     *
     * @param fine whether what comes out is to be exact beyond 8 bit
     */
    static ColorTransform of(ProfileLink link, Samples source, Samples target, boolean fine) {
        if (source == target && source != Samples.CMYK && isNothing(link, source)) {
            return ColorTransform.NONE;
        }
        return switch (source) {
            case GRAY -> GrayLut.of(link, target);
            case RGB, YCC ->
                link.straight() == null ? new RgbLut(link, target) : new StraightRgb(link.straight(), target, fine);
            case CMYK -> new CmykLut(link, target);
        };
    }

    /** Whether a grid of colors comes out as it goes in. */
    private static boolean isNothing(ProfileLink link, Samples samples) {
        short[] probes = samples == Samples.GRAY ? GrayLut.grays() : colors();
        short[] converted = link.conversion().apply(probes);
        for (int i = 0; i < probes.length; i++) {
            if (Math.abs((probes[i] & 0xffff) - (converted[i] & 0xffff)) > TOLERANCE * SampleRounding.LEVEL + 128) {
                return false;
            }
        }
        return true;
    }

    private static short[] colors() {
        short[] colors = new short[PROBES_A_SIDE * PROBES_A_SIDE * PROBES_A_SIDE * 3];
        for (int i = 0; i < colors.length; i++) {
            int color = i / 3;
            int step =
                    i % 3 == 0 ? color : i % 3 == 1 ? color / PROBES_A_SIDE : color / (PROBES_A_SIDE * PROBES_A_SIDE);
            colors[i] = (short) (step % PROBES_A_SIDE * 0xffff / (PROBES_A_SIDE - 1));
        }
        return colors;
    }
}
