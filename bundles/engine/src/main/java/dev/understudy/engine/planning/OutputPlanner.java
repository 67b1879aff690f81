package dev.understudy.engine.planning;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.Format;
import dev.understudy.engine.command.FormatChoice;
import dev.understudy.engine.command.FormatChoice.PixelType;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.OutputPlan.Channels;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.JpegQuality;

/**
 * Plans how the reply is written. What a format has no use for is left at a fixed value, so that requests for the same
 * bytes have the same plan.
 *
 * <p>Source: the reference's pages on fmt, qlt, printRes and req=mask.
 */
final class OutputPlanner {

    /** Images of nested requests are not written at all. */
    static final OutputPlan NESTED = new OutputPlan("png", Channels.COLOR_AND_ALPHA, false, false, true, 100, false, 0);

    private OutputPlanner() {}

    /**
     * Plans the reply.
     *
     * @param mask whether it is the mask alone, which is gray unless asked for otherwise
     * @param printResolution what the record or catalog says about it
     */
    static OutputPlan output(CommandValues values, Catalog catalog, boolean mask, double printResolution)
            throws ServeException {
        FormatChoice choice = values.get(Commands.FMT, catalog);
        JpegQuality quality = values.get(Commands.QLT, catalog);
        requireWorking(choice);
        Format format = choice.format();
        boolean gray = choice.pixelType() == null ? mask : choice.pixelType() == PixelType.GRAY;
        boolean jpeg = format.encoder().equals("jpeg");
        boolean lossless = choice.compression().equals("lossless");
        boolean lossy = jpeg || format.encoder().equals("webp") && !lossless;
        return new OutputPlan(
                format.encoder(),
                mask ? Channels.ALPHA : format.alpha() ? Channels.COLOR_AND_ALPHA : Channels.COLOR,
                gray,
                format == Format.PJPEG,
                lossless,
                lossy ? quality.quality() : 100,
                jpeg && !gray && quality.fullChroma(),
                values.get(Commands.PRINT_RES, printResolution));
    }

    private static void requireWorking(FormatChoice choice) throws ServeException {
        if (choice.format() == Format.OTHER) {
            throw new ServeException(new Failure.Unsupported(
                    "fmt=" + choice.name() + " is not supported; these are: " + Format.working()));
        }
        if (choice.pixelType() == PixelType.CMYK) {
            throw new ServeException(
                    new Failure.Unsupported("fmt=" + choice.name() + ",cmyk is not supported; rgb and gray are"));
        }
    }
}
