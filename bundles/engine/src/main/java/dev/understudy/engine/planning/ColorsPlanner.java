package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.engine.color.ConversionOptions;
import dev.understudy.engine.color.RenderIntent;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.IccChoice;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.RequestedProfile;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Plans the colors of the reply.
 *
 * <p>Source: the reference's pages on color management, icc, iccEmbed, and the attributes whose names begin with Icc.
 */
final class ColorsPlanner {

    private final CommandValues values;
    private final Catalog catalog;

    ColorsPlanner(CommandValues values, Catalog catalog) {
        this.values = values;
        this.catalog = catalog;
    }

    /**
     * The colors of a reply.
     *
     * @param samples what {@code fmt=} asks for, null for nothing
     * @param profile the profile that {@code icc=} names, null for none
     * @param embeds whether the format can hold a profile
     */
    OutputColors colors(@Nullable Samples samples, @Nullable RequestedProfile profile, boolean embeds)
            throws ServeException {
        Samples known = samples == null && profile == null ? Samples.RGB : samples;
        return new OutputColors(
                known,
                profile,
                ProfilePlanner.replies(catalog),
                ProfilePlanner.sources(catalog),
                embeds && values.get(Commands.ICC_EMBED, false),
                options());
    }

    /** How colors are converted. */
    ConversionOptions options() throws ServeException {
        IccChoice icc = values.get(Commands.ICC);
        RenderIntent intent = icc == null ? null : icc.intent();
        Boolean blackPoint = icc == null ? null : icc.blackPoint();
        Boolean dither = icc == null ? null : icc.dither();
        return new ConversionOptions(
                intent == null ? RenderIntent.of(catalog.get(Attributes.ICC_RENDER_INTENT)) : intent,
                blackPoint == null ? catalog.get(Attributes.ICC_BLACK_POINT_COMPENSATION) : blackPoint,
                dither == null ? catalog.get(Attributes.ICC_DITHER) : dither);
    }
}
