package dev.understudy.engine.color;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings images into sRGB. Remembers the transforms of the profiles it met last, as making one takes longer than using
 * it.
 */
public final class SrgbConverter {

    private static final Logger LOG = LoggerFactory.getLogger(SrgbConverter.class);

    private static final int REMEMBERED = 32;

    private final Map<Key, ColorTransform> transforms = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ColorTransform> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Key(ColorProfile profile, int components) {}

    /**
     * The image in sRGB and without a profile: GRAY stays GRAY, CMYK becomes RGB, YCC becomes RGB unless it is in sRGB
     * already. Without a profile an image is taken to be in sRGB, and inks to be plain filters.
     *
     * @param object whose image it is, for the message
     * @throws ServeException {@code profile.corrupt} when the profile cannot be used
     */
    public Pixels convert(Pixels pixels, String object) throws ServeException {
        ColorProfile profile = pixels.profile();
        if (profile == null) {
            return pixels.samples() == Samples.CMYK ? Rgb.of(pixels) : pixels;
        }
        ColorTransform transform = transform(profile, pixels.samples(), object);
        try {
            return transform.apply(pixels);
        } catch (RuntimeException e) {
            throw corrupt(object, e);
        }
    }

    /**
     * The image without a profile that is for other colors than the image has, or for no images. Such a profile is sound, and
     * programs leave it in when they turn an image into gray; it says nothing about the image.
     *
     * @param object whose image it is, for messages
     * @throws ServeException {@code profile.corrupt} when the profile cannot be read
     */
    public Pixels withoutMisfit(Pixels pixels, String object) throws ServeException {
        ColorProfile profile = pixels.profile();
        if (profile == null) {
            return pixels;
        }
        Optional<Samples> samples = samples(profile, object);
        if (samples.filter(own -> isFor(own, pixels.samples())).isPresent()) {
            return pixels;
        }
        LOG.debug("Ignored in '{}': a color profile that is for {}", object, words(samples));
        return pixels.withProfile(null);
    }

    /** Whether a profile for some images is for others. */
    public static boolean isFor(Samples profile, Samples image) {
        return profile == (image == Samples.YCC ? Samples.RGB : image);
    }

    /** The images that a profile is for, in words. */
    public static String words(Optional<Samples> samples) {
        return samples.map(own -> own + " images").orElse("no gray, RGB or CMYK images");
    }

    /**
     * Whether {@link #convert} would leave the samples as they are.
     *
     * @throws ServeException as {@link #convert}
     */
    public boolean isSrgb(Pixels pixels, String object) throws ServeException {
        ColorProfile profile = pixels.profile();
        if (profile == null) {
            return pixels.samples() != Samples.CMYK;
        }
        return transform(profile, pixels.samples(), object) == ColorTransform.NONE;
    }

    /**
     * Makes a profile ready for use.
     *
     * @param object whose profile it is, for the message
     * @return the images that it is for: GRAY, RGB or CMYK; empty for others and none
     * @throws ServeException as {@link #convert}
     */
    public Optional<Samples> prepare(ColorProfile profile, String object) throws ServeException {
        Optional<Samples> samples = samples(profile, object);
        if (samples.isPresent()) {
            transform(profile, samples.get(), object);
        }
        return samples;
    }

    private static Optional<Samples> samples(ColorProfile profile, String object) throws ServeException {
        try {
            return IccConversion.samples(profile.bytes());
        } catch (RuntimeException e) {
            throw corrupt(object, e);
        }
    }

    private ColorTransform transform(ColorProfile profile, Samples samples, String object) throws ServeException {
        Key key = new Key(profile, samples.planes());
        synchronized (transforms) {
            ColorTransform known = transforms.get(key);
            if (known != null) {
                return known;
            }
        }
        ColorTransform made;
        try {
            made = ColorTransform.of(profile, samples);
        } catch (RuntimeException e) {
            throw corrupt(object, e);
        }
        synchronized (transforms) {
            transforms.put(key, made);
        }
        return made;
    }

    private static ServeException corrupt(String object, RuntimeException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new ServeException(new Failure.Corrupt(
                FailureKind.PROFILE_CORRUPT, object, "the color profile cannot be used: " + why, e));
    }
}
