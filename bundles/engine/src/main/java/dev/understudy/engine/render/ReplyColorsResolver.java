package dev.understudy.engine.render;

import dev.understudy.engine.color.ColorConverter;
import dev.understudy.engine.color.DeviceSpace;
import dev.understudy.engine.color.Misfits;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.RequestedProfile;
import dev.understudy.engine.profile.LoadedProfile;
import dev.understudy.engine.profile.OpenProfiles;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Samples;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which spaces the colors of a reply go through. Those of a reply in red, green and blue are laid over one another as they
 * are written, so that nothing is lost by the way. For other replies it is {@code IccProfileRgb}, or else sRGB.
 *
 * <p>Source: the reference's pages on color management, icc and iccEmbed.
 */
final class ReplyColorsResolver {

    private final ColorConverter converter;
    private final Misfits misfits;
    private final OpenImages images;
    private final OpenProfiles profiles;
    private final MemoryBudget memory;

    /**
     * A resolver for one request.
     *
     * @param memory what looking into an image takes is asked of it
     */
    ReplyColorsResolver(
            ColorConverter converter, Misfits misfits, OpenImages images, OpenProfiles profiles, MemoryBudget memory) {
        this.converter = converter;
        this.misfits = misfits;
        this.images = images;
        this.profiles = profiles;
        this.memory = memory;
    }

    /**
     * The spaces of a plan.
     *
     * @param written the kinds of colors that the format holds
     * @throws ServeException {@code parameter.invalid} when {@code icc=} names a profile that is not for the reply;
     *     {@code profile.corrupt} when a profile cannot be used
     */
    ReplyColors of(ImagePlan plan, Set<Samples> written) throws ServeException, MemoryUnavailableException {
        OutputColors colors = plan.output().colors();
        RequestedProfile profile = colors.profile();
        Samples samples = colors.samples();
        DeviceSpace output = profile == null
                ? unnamed(plan, colors)
                : OutputSpace.open(profile, samples == null ? written : Set.of(samples), profiles, converter);
        DeviceSpace working =
                output.samples() == Samples.RGB ? output : new DeviceSpace(Samples.RGB, usual(colors, Samples.RGB));
        return new ReplyColors(working, output, colors.embed() ? output.profile() : null);
    }

    private DeviceSpace unnamed(ImagePlan plan, OutputColors colors) throws ServeException, MemoryUnavailableException {
        Samples samples = colors.samples() == null ? Samples.RGB : colors.samples();
        ColorProfile usual = usual(colors, samples);
        // clients take red, green and blue without a profile for sRGB, so another one is good only together with its
        // profile
        boolean ofImage = usual == null && (colors.embed() || samples == Samples.CMYK);
        return new DeviceSpace(samples, ofImage ? ofBaseLayer(plan, samples) : usual);
    }

    private @Nullable ColorProfile usual(OutputColors colors, Samples samples) throws ServeException {
        LoadedProfile profile = profiles.find(colors.defaults(), samples);
        return profile != null && converter.isTarget(new DeviceSpace(samples, profile.profile()))
                ? profile.profile()
                : null;
    }

    /** The profile that the image in layer 0 embeds; null for none, and for one that is for other colors. */
    private @Nullable ColorProfile ofBaseLayer(ImagePlan plan, Samples samples)
            throws ServeException, MemoryUnavailableException {
        if (!(plan.layers().get(0).content() instanceof LayerContent.Image content)) {
            return null;
        }
        OpenImage image = images.open(content.source());
        if (!image.info().profile()) {
            return null;
        }
        image.reserveForProfile(memory);
        ColorProfile embedded = image.profile();
        Samples stored = image.info().samples();
        return image.convert(
                        () -> misfits.fitting(embedded, stored, image.source().stamp()))
                .filter(profile -> Misfits.isFor(samples, stored))
                .filter(profile -> converter.isTarget(new DeviceSpace(samples, profile)))
                .orElse(null);
    }
}
