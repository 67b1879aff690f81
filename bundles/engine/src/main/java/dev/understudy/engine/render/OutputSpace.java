package dev.understudy.engine.render;

import dev.understudy.engine.color.ColorConverter;
import dev.understudy.engine.color.DeviceSpace;
import dev.understudy.engine.plan.RequestedProfile;
import dev.understudy.engine.profile.LoadedProfile;
import dev.understudy.engine.profile.OpenProfiles;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Samples;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the space of the profile that {@code icc=} names.
 *
 * <p>Source: the reference's page on icc.
 */
final class OutputSpace {

    private OutputSpace() {}

    /**
     * The space of the profile.
     *
     * @param allowed what it may be for
     * @throws ServeException {@code parameter.invalid} when it is not for such images, or colors cannot be converted to it;
     *     {@code profile.corrupt} when it cannot be used
     */
    static DeviceSpace open(
            RequestedProfile requested, Set<Samples> allowed, OpenProfiles profiles, ColorConverter converter)
            throws ServeException {
        LoadedProfile profile = profiles.named(requested);
        Samples samples = profile.samples().orElse(null);
        if (samples == null || !allowed.contains(samples)) {
            throw invalid(requested, "a profile for " + words(allowed) + " images; this is for " + words(samples));
        }
        DeviceSpace space = new DeviceSpace(samples, profile.profile());
        if (!converter.isTarget(space)) {
            throw invalid(requested, "a profile that colors can be converted to; this one is for sources alone");
        }
        return space;
    }

    private static ServeException invalid(RequestedProfile requested, String allowed) {
        return new ServeException(new Failure.InvalidParameter("icc", requested.name(), allowed));
    }

    private static String words(Set<Samples> samples) {
        return String.join(
                " or ", samples.stream().map(OutputSpace::words).sorted().toList());
    }

    private static String words(@Nullable Samples samples) {
        return samples == null ? "none at all" : samples == Samples.GRAY ? "gray" : samples.name();
    }
}
