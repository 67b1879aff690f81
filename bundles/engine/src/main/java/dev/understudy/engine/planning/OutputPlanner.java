package dev.understudy.engine.planning;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.codec.ResolvedFormat;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.OutputPlan.Channels;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Samples;

/**
 * Plans how the reply is written. What a format has no use for is left at a fixed value, so that requests for the same
 * bytes have the same plan.
 *
 * <p>Source: the reference's pages on fmt, qlt, printRes and req=mask.
 */
final class OutputPlanner {

    private static final int UNUSED_QUALITY = 100;

    /** Images of nested requests are not written at all. */
    static final OutputPlan NESTED = new OutputPlan("", Channels.COLOR_AND_ALPHA, false, "", UNUSED_QUALITY, false, 0);

    private OutputPlanner() {}

    /**
     * Plans the reply.
     *
     * @param formats what it can be written as
     * @param mask whether it is the mask alone, which is gray unless asked for otherwise
     * @param printResolution what the record or catalog says about it
     */
    static OutputPlan output(
            CommandValues values, Catalog catalog, OutputFormats formats, boolean mask, double printResolution)
            throws ServeException {
        ResolvedFormat resolved = formats.resolve(values.get(Commands.FMT, catalog));
        JpegQuality quality = values.get(Commands.QLT, catalog);
        OutputFormat format = resolved.format();
        Compression compression = resolved.compression();
        boolean gray = resolved.samples() == null
                ? mask && format.samples().contains(Samples.GRAY)
                : resolved.samples() == Samples.GRAY;
        return new OutputPlan(
                format.name(),
                mask ? Channels.ALPHA : format.alpha() ? Channels.COLOR_AND_ALPHA : Channels.COLOR,
                gray,
                compression.name(),
                compression.quality() ? quality.quality() : UNUSED_QUALITY,
                compression.chroma() && !gray && quality.fullChroma(),
                values.get(Commands.PRINT_RES, printResolution));
    }
}
