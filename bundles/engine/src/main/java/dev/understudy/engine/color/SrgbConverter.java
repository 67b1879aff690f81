package dev.understudy.engine.color;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Brings images into sRGB. Remembers the transforms of the profiles it met last, as making one takes longer than using
 * it.
 */
public final class SrgbConverter {

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
     * @return the images that it is for: GRAY, RGB or CMYK
     * @throws ServeException as {@link #convert}
     */
    public Samples prepare(ColorProfile profile, String object) throws ServeException {
        Samples samples;
        try {
            samples = IccConversion.samples(profile.bytes());
        } catch (RuntimeException e) {
            throw corrupt(object, e);
        }
        transform(profile, samples, object);
        return samples;
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
