package dev.understudy.engine.render;

import dev.understudy.engine.color.SrgbConverter;
import dev.understudy.engine.profile.LoadedProfile;
import dev.understudy.engine.profile.OpenProfiles;
import dev.understudy.engine.resample.Sampling;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Decoded;
import dev.understudy.image.Pixels;
import dev.understudy.image.ResMode;

/**
 * Brings the images of one request into sRGB, by the profile that an image embeds, or else by the one that its catalog has
 * for such images.
 *
 * @param converter does it
 * @param profiles the profiles of catalogs
 */
record SourceColorConverter(SrgbConverter converter, OpenProfiles profiles) {

    /**
     * The wanted samples of an image.
     *
     * @param pairedChroma whether chroma is wanted at half the resolution, where there is any
     */
    Pixels sample(OpenImage image, Decoded decoded, Sampling sampling, ResMode mode, boolean pairedChroma)
            throws ServeException {
        Pixels pixels = image.convert(() -> converter.withoutMisfit(decoded.pixels(), image.name()));
        Decoded own = decoded.withPixels(pixels);
        LoadedProfile named =
                pixels.profile() == null ? profiles.find(image.file().profiles(), pixels.samples()) : null;
        if (named == null) {
            return image.convert(() -> convert(own, sampling, mode, pairedChroma, image.name()));
        }
        // what goes wrong now is not the image's fault
        Decoded tagged = own.withPixels(pixels.withProfile(named.profile()));
        return convert(tagged, sampling, mode, pairedChroma, named.name());
    }

    private Pixels convert(Decoded decoded, Sampling sampling, ResMode mode, boolean pairedChroma, String object)
            throws ServeException {
        // colors are converted at full resolution
        boolean paired = pairedChroma && converter.isSrgb(decoded.pixels(), object);
        return converter.convert(sampling.apply(decoded, mode, paired), object);
    }
}
