package dev.understudy.engine.render;

import dev.understudy.engine.color.ColorConverter;
import dev.understudy.engine.color.Conversion;
import dev.understudy.engine.color.ConversionOptions;
import dev.understudy.engine.color.DeviceSpace;
import dev.understudy.engine.color.Misfits;
import dev.understudy.engine.color.ProfileName;
import dev.understudy.engine.color.Rgb;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.RequestedProfile;
import dev.understudy.engine.profile.LoadedProfile;
import dev.understudy.engine.profile.OpenProfiles;
import dev.understudy.engine.resample.Sampling;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Decoded;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.ResMode;
import dev.understudy.image.Samples;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the images of one request into one space, by the profile that an image embeds, or else by the one that its catalog has
 * for such images.
 *
 * @param converter does it
 * @param misfits leaves profiles aside that are for other images
 * @param profiles the profiles of catalogs
 * @param target the space
 * @param options how colors become those of the space
 * @param processors what may help with scaling
 */
record SourceColorConverter(
        ColorConverter converter,
        Misfits misfits,
        OpenProfiles profiles,
        DeviceSpace target,
        ConversionOptions options,
        IdleProcessors processors) {

    /**
     * A part of an image.
     *
     * @param sampling its samples
     * @param x where it begins in the whole scaled image
     * @param y the same of its rows
     */
    record Part(Sampling sampling, int x, int y) {}

    /** The same into another space. */
    SourceColorConverter into(DeviceSpace other) {
        return new SourceColorConverter(converter, misfits, profiles, other, options, processors);
    }

    /**
     * The wanted samples of an image.
     *
     * @param pairedChroma whether chroma is wanted at half the resolution, where there is any
     */
    Pixels sample(OpenImage image, Decoded decoded, Part part, ResMode mode, boolean pairedChroma)
            throws ServeException {
        Decoded own = decoded.withPixels(fitting(image, decoded.pixels()));
        LoadedProfile named = own.pixels().profile() == null
                ? profiles.find(image.file().profiles(), own.pixels().samples())
                : null;
        if (named == null) {
            return image.convert(() -> convert(own, part, mode, pairedChroma, image.name()));
        }
        // what goes wrong now is not the image's fault
        Decoded tagged = own.withPixels(own.pixels().withProfile(named.profile()));
        return convert(tagged, part, mode, pairedChroma, named.name());
    }

    /**
     * What becomes of colors of the space by way of the profile that a nested request names; nothing if it names none.
     *
     * @throws ServeException as {@link OutputSpace#open}
     */
    Conversion through(OutputColors nested) throws ServeException {
        RequestedProfile profile = nested.profile();
        if (profile == null) {
            return Conversion.NONE;
        }
        Set<Samples> any = Set.of(Samples.RGB, Samples.GRAY, Samples.CMYK);
        DeviceSpace space = OutputSpace.open(profile, any, profiles, converter);
        return converter
                .conversion(target, space, nested.options(), profile.name())
                .then(converter.conversion(space, target, nested.options(), profile.name()));
    }

    /**
     * Whether luma and chroma of an image stay as they are, so that no more chroma need be decoded than is kept.
     *
     * @throws ServeException when a profile cannot be used, as {@link #sample}
     */
    boolean keepsChroma(OpenImage image) throws ServeException {
        ImageInfo info = image.info();
        if (info.samples() != Samples.YCC) {
            return false;
        }
        Optional<ColorProfile> own = embedded(image);
        if (own.isPresent()) {
            return image.convert(() -> conversion(info.samples(), own.get(), image.name()))
                    .isNothing();
        }
        LoadedProfile named = profiles.find(image.file().profiles(), info.samples());
        return named == null
                ? conversion(info.samples(), null, image.name()).isNothing()
                : conversion(info.samples(), named.profile(), named.name()).isNothing();
    }

    /** What is told of the colors of an image. */
    Renderer.MeasuredColors told(OpenImage image) throws ServeException {
        Samples samples = image.info().samples();
        Optional<ColorProfile> own = embedded(image);
        if (own.isPresent()) {
            return new Renderer.MeasuredColors(samples, ProfileName.of(own.get()), true);
        }
        LoadedProfile named = profiles.find(image.file().profiles(), samples);
        String name = named == null ? "" : ProfileName.of(named.profile());
        return new Renderer.MeasuredColors(samples, name, false);
    }

    /** The profile that an image embeds, unless it is for other images. */
    private Optional<ColorProfile> embedded(OpenImage image) throws ServeException {
        ColorProfile profile = image.info().profile() ? image.profile() : null;
        return image.convert(() ->
                misfits.fitting(profile, image.info().samples(), image.source().stamp()));
    }

    private Conversion conversion(Samples samples, @Nullable ColorProfile profile, String object)
            throws ServeException {
        return converter.conversion(new DeviceSpace(samples, profile), target, options, object);
    }

    /** The image without a profile that says nothing about it. */
    Pixels fitting(OpenImage image, Pixels pixels) throws ServeException {
        return image.convert(() -> misfits.without(pixels, image.source().stamp()));
    }

    /** How light the colors are, as sRGB has them. */
    Plane lightness(OpenImage image, Pixels pixels) throws ServeException {
        Pixels own = fitting(image, pixels);
        Pixels srgb =
                image.convert(() -> converter.convert(own, DeviceSpace.SRGB, ConversionOptions.DEFAULT, image.name()));
        return Rgb.gray(srgb).plane(0);
    }

    private Pixels convert(Decoded decoded, Part part, ResMode mode, boolean pairedChroma, String object)
            throws ServeException {
        Pixels pixels = decoded.pixels();
        Conversion conversion = conversion(pixels.samples(), pixels.profile(), object);
        // colors are converted at full resolution
        boolean paired = pairedChroma && conversion.isNothing();
        return conversion.apply(part.sampling().apply(decoded, mode, paired, processors), part.x(), part.y());
    }
}
