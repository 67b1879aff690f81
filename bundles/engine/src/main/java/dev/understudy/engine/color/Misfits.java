package dev.understudy.engine.color;

import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import dev.understudy.source.Stamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves embedded profiles aside that are for other colors than the image has, or for no images. Such a profile is sound, and
 * programs leave it in when they turn an image into gray; it says nothing about the image.
 */
public final class Misfits {

    private static final Logger LOG = LoggerFactory.getLogger(Misfits.class);

    private final SeenStamps told = new SeenStamps();

    /**
     * The image without such a profile. The log tells it once for each state of the file.
     *
     * @param stamp the image's file
     * @throws ServeException {@code profile.corrupt} when the profile cannot be read
     */
    public Pixels without(Pixels pixels, Stamp stamp) throws ServeException {
        return pixels.withProfile(
                fitting(pixels.profile(), pixels.samples(), stamp).orElse(null));
    }

    /**
     * The profile, if it is for such images.
     *
     * @throws ServeException as {@link #without}
     */
    public Optional<ColorProfile> fitting(@Nullable ColorProfile profile, Samples image, Stamp stamp)
            throws ServeException {
        if (profile == null) {
            return Optional.empty();
        }
        String object = stamp.key().toString();
        Optional<Samples> samples = ColorConverter.samples(profile, object);
        if (samples.filter(own -> isFor(own, image)).isPresent()) {
            return Optional.of(profile);
        }
        if (told.add(stamp)) {
            LOG.debug("Ignored in '{}': a color profile that is for {}", object, words(samples));
        }
        return Optional.empty();
    }

    /** Whether a profile for some images is for others. */
    public static boolean isFor(Samples profile, Samples image) {
        return profile == (image == Samples.YCC ? Samples.RGB : image);
    }

    /** The images that a profile is for, in words. */
    public static String words(Optional<Samples> samples) {
        return samples.map(own -> own + " images").orElse("no gray, RGB or CMYK images");
    }
}
