package dev.understudy.engine.plan;

import dev.understudy.engine.color.ConversionOptions;
import dev.understudy.image.Samples;
import org.jspecify.annotations.Nullable;

/**
 * The colors of the reply, and how other colors become these.
 *
 * <p>Source: the reference's pages on color management, icc, iccEmbed and fmt.
 *
 * @param samples the kind that {@code fmt=} asks for; null for that of the profile that {@code icc=} names
 * @param profile what {@code icc=} names, null for nothing
 * @param defaults what is taken where {@code icc=} names nothing or is for other colors
 * @param sources what colors mean that a request writes as those of source images
 * @param embed whether the profile goes into the reply, if there is one
 * @param options how colors are converted
 */
public record OutputColors(
        @Nullable Samples samples,
        @Nullable RequestedProfile profile,
        NamedProfiles defaults,
        NamedProfiles sources,
        boolean embed,
        ConversionOptions options) {

    /** Colors of some kind for which no profile is named. */
    public static OutputColors plain(Samples samples) {
        return new OutputColors(
                samples, null, NamedProfiles.NONE, NamedProfiles.NONE, false, ConversionOptions.DEFAULT);
    }

    /** The same without what a nested request has from the one around it. */
    public OutputColors ofProfileAlone() {
        return new OutputColors(samples, profile, NamedProfiles.NONE, NamedProfiles.NONE, embed, options);
    }

    /** The same for an image that is drawn even if a catalog's profile is damaged. */
    public OutputColors tolerant() {
        return new OutputColors(samples, profile, defaults.tolerant(), sources.tolerant(), embed, options);
    }
}
