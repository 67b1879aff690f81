package dev.understudy.engine.color;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * From the samples of one profile to those of another.
 *
 * @param conversion converts 16-bit samples of pixels, one pixel's after the other's
 * @param straight the transform that does all of it, in 8 bit too; null when there is more to it
 */
record ProfileLink(
        UnaryOperator<short[]> conversion, @Nullable JdkTransform straight) {

    /**
     * The link of two profiles; throws what the JDK throws when they cannot be linked.
     *
     * @param blackPoint whether black is to become black
     */
    static ProfileLink of(DeviceProfile source, DeviceProfile target, boolean blackPoint) {
        XyzScaling scaling = XyzScaling.of(source, target, blackPoint);
        if (scaling.isIdentity()) {
            JdkTransform transform = source.to(target);
            return new ProfileLink(transform::convert, transform);
        }
        JdkTransform toLab = source.toLab();
        JdkTransform fromLab = target.fromLab();
        return new ProfileLink(
                samples -> {
                    short[] lab = toLab.convert(samples);
                    scaling.apply(lab);
                    return fromLab.convert(lab);
                },
                null);
    }

    /** The link from gray, of equal parts of the red, green and blue that this one converts. */
    ProfileLink ofGray() {
        return new ProfileLink(
                grays -> {
                    short[] samples = new short[grays.length * 3];
                    for (int i = 0; i < samples.length; i++) {
                        samples[i] = grays[i / 3];
                    }
                    return conversion.apply(samples);
                },
                null);
    }
}
