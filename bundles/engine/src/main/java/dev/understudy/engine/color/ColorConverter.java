package dev.understudy.engine.color;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converts colors between spaces. Remembers the transforms of the profiles it met last, as making one takes longer than using
 * it.
 */
public final class ColorConverter {

    /** A table takes up to two thirds of a megabyte. */
    private static final int REMEMBERED = 32;

    private static final ColorProfile SRGB =
            new ColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());

    private final RecentlyUsed<Key, ColorTransform> transforms = new RecentlyUsed<>(REMEMBERED);
    private final RecentlyUsed<DeviceSpace, Boolean> targets = new RecentlyUsed<>(REMEMBERED);

    private record Key(DeviceSpace source, DeviceSpace target, ConversionOptions options) {}

    /**
     * The conversion from one space to another. Inks without a profile are plain filters, and those that are to become inks
     * stay as they are.
     *
     * @param object whose image is converted, for the message
     * @throws ServeException {@code profile.corrupt} when a profile cannot be used
     */
    public Conversion conversion(DeviceSpace source, DeviceSpace target, ConversionOptions options, String object)
            throws ServeException {
        boolean plainSource = source.samples() == Samples.CMYK && source.profile() == null;
        boolean plainTarget = target.samples() == Samples.CMYK && target.profile() == null;
        if (source.equals(target) || source.samples() == target.samples() && (plainSource || plainTarget)) {
            return Conversion.NONE;
        }
        if (plainSource) {
            return ((Conversion) (pixels, x, y) -> Rgb.of(pixels))
                    .then(conversion(DeviceSpace.SRGB, target, options, object));
        }
        if (plainTarget) {
            return conversion(source, DeviceSpace.SRGB, options, object).then((pixels, x, y) -> Inks.of(pixels));
        }
        if (target.samples() == Samples.GRAY && target.profile() == null) {
            return conversion(source, DeviceSpace.SRGB, options, object).then((pixels, x, y) -> Rgb.gray(pixels));
        }
        return managed(source, target, options, object);
    }

    /**
     * The image in another space.
     *
     * @throws ServeException as {@link #conversion}
     */
    public Pixels convert(Pixels pixels, DeviceSpace target, ConversionOptions options, String object)
            throws ServeException {
        return conversion(new DeviceSpace(pixels.samples(), pixels.profile()), target, options, object)
                .apply(pixels);
    }

    private Conversion managed(DeviceSpace source, DeviceSpace target, ConversionOptions options, String object)
            throws ServeException {
        if (source.samples() == Samples.GRAY && source.profile() == null && target.equals(DeviceSpace.SRGB)) {
            return Conversion.NONE;
        }
        ColorTransform transform = transform(new Key(source, target, options), object);
        if (transform == ColorTransform.NONE) {
            return Conversion.NONE;
        }
        PlaneConversion conversion = new PlaneConversion(transform, options.dither());
        return (pixels, x, y) -> {
            try {
                return conversion.apply(pixels, x, y);
            } catch (RuntimeException e) {
                throw corrupt(object, e);
            }
        };
    }

    /**
     * Makes a profile ready for use.
     *
     * @param object whose profile it is, for the message
     * @return the images that it is for: GRAY, RGB or CMYK; empty for others and none
     * @throws ServeException {@code profile.corrupt} when it cannot be used
     */
    public Optional<Samples> prepare(ColorProfile profile, String object) throws ServeException {
        Optional<Samples> samples = samples(profile, object);
        if (samples.isPresent()) {
            conversion(new DeviceSpace(samples.get(), profile), DeviceSpace.SRGB, ConversionOptions.DEFAULT, object);
        }
        return samples;
    }

    /** Whether colors can be converted to a space, and not only from it. */
    public boolean isTarget(DeviceSpace space) {
        return space.profile() == null || targets.get(space, ColorConverter::isReached);
    }

    private static boolean isReached(DeviceSpace space) {
        try {
            new DeviceProfile(bytes(space.profile()), space.samples(), RenderIntent.RELATIVE)
                    .fromLab()
                    .convert(new short[3]);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /**
     * The images that a profile is for.
     *
     * @throws ServeException {@code profile.corrupt} when it cannot be read
     */
    static Optional<Samples> samples(ColorProfile profile, String object) throws ServeException {
        try {
            return DeviceProfile.samples(profile.bytes());
        } catch (RuntimeException e) {
            throw corrupt(object, e);
        }
    }

    private ColorTransform transform(Key key, String object) throws ServeException {
        try {
            return transforms.get(key, ColorConverter::made);
        } catch (RuntimeException e) {
            throw corrupt(object, e);
        }
    }

    private static ColorTransform made(Key key) {
        Samples source = key.source().samples();
        boolean gray = source == Samples.GRAY && key.source().profile() == null;
        RenderIntent intent = key.options().intent();
        ProfileLink link = ProfileLink.of(
                new DeviceProfile(bytes(key.source().profile()), gray ? Samples.RGB : source, intent),
                new DeviceProfile(bytes(key.target().profile()), key.target().samples(), intent),
                key.options().blackPoint());
        return ColorTransforms.of(
                gray ? link.ofGray() : link,
                source,
                key.target().samples(),
                key.options().dither());
    }

    private static byte[] bytes(@Nullable ColorProfile profile) {
        return profile == null ? SRGB.bytes() : profile.bytes();
    }

    private static ServeException corrupt(String object, RuntimeException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new ServeException(new Failure.Corrupt(
                FailureKind.PROFILE_CORRUPT, object, "the color profile cannot be used: " + why, e));
    }
}
