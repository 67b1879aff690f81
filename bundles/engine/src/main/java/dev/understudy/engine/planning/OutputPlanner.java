package dev.understudy.engine.planning;

import dev.understudy.engine.codec.ResolvedFormat;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.plan.EmbeddedNotes;
import dev.understudy.engine.plan.EncoderSettings;
import dev.understudy.engine.plan.OutputColors;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.OutputPlan.Channels;
import dev.understudy.engine.plan.RequestedProfile;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.FormatOption;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Quantization;
import dev.understudy.image.Samples;

/**
 * Plans how the reply is written. What a format has no use for is left at a fixed value, so that requests for the same
 * bytes have the same plan.
 *
 * <p>Source: the reference's pages on fmt, qlt, printRes, quantize, pscan, jpegSize, xmpEmbed, pathEmbed and req=mask.
 */
final class OutputPlanner {

    private static final int UNUSED_QUALITY = 100;

    /** Images of nested requests are not written at all. */
    static final OutputPlan NESTED =
            new OutputPlan("", Channels.COLOR_AND_ALPHA, OutputColors.plain(Samples.RGB), "", UNUSED_QUALITY, false, 0);

    private final ImageRequest request;
    private final CommandValues values;
    private final JpegQuality quality;
    private final boolean mask;
    private final double printResolution;

    /**
     * A planner for one request.
     *
     * @param quality of lossy formats
     * @param mask whether the reply is the mask alone, which is gray unless asked for otherwise
     * @param printResolution what the record or catalog says about it
     */
    OutputPlanner(ImageRequest request, JpegQuality quality, boolean mask, double printResolution) {
        this.request = request;
        this.values = request.values().global();
        this.quality = quality;
        this.mask = mask;
        this.printResolution = printResolution;
    }

    /** The output of a nested request: that of the request around it, by way of its own {@code icc=}. */
    static OutputPlan nested(ImageRequest request) throws ServeException {
        RequestedProfile profile = request.outputProfile();
        return profile == null
                ? NESTED
                : NESTED.with(new ColorsPlanner(request.values().global(), request.catalog())
                        .colors(null, profile, false)
                        .ofProfileAlone());
    }

    /** Plans the reply in one of the formats. */
    OutputPlan output(ResolvedFormat resolved) throws ServeException {
        OutputFormat format = resolved.format();
        Compression compression = resolved.compression();
        OutputColors colors = mask
                ? OutputColors.plain(maskSamples(resolved))
                : new ColorsPlanner(values, request.catalog())
                        .colors(resolved.samples(), request.outputProfile(), format.heeds(FormatOption.PROFILE));
        return new OutputPlan(
                format.name(),
                mask ? Channels.ALPHA : format.alpha() ? Channels.COLOR_AND_ALPHA : Channels.COLOR,
                colors,
                compression.name(),
                compression.quality() ? quality.quality() : UNUSED_QUALITY,
                compression.chroma() && colors.samples() != Samples.GRAY && quality.fullChroma(),
                values.get(Commands.PRINT_RES, printResolution),
                notes(values, format),
                settings(format));
    }

    private static EmbeddedNotes notes(CommandValues values, OutputFormat format) throws ServeException {
        boolean xmp = values.get(Commands.XMP_EMBED, false);
        boolean paths = values.get(Commands.PATH_EMBED, false);
        return new EmbeddedNotes(xmp && format.heeds(FormatOption.XMP), paths && format.heeds(FormatOption.PATHS));
    }

    private EncoderSettings settings(OutputFormat format) throws ServeException {
        return new EncoderSettings(
                format.heeds(FormatOption.PALETTE) ? quantization(format) : Quantization.USUAL,
                format.heeds(FormatOption.SCANS)
                        ? values.get(Commands.PSCAN, EncodeOptions.USUAL_SCANS)
                        : EncodeOptions.USUAL_SCANS,
                format.heeds(FormatOption.SIZE) ? values.get(Commands.JPEG_SIZE, 0) : 0);
    }

    private Quantization quantization(OutputFormat format) throws ServeException {
        Quantization quantization = values.get(Commands.QUANTIZE, Quantization.USUAL);
        if (format.alpha() && quantization.palette() == Quantization.PaletteKind.MAC) {
            throw new ServeException(
                    new Failure.InvalidParameter("quantize", "mac", "adaptive or web with fmt=" + format.name()));
        }
        return quantization;
    }

    private static Samples maskSamples(ResolvedFormat resolved) {
        if (resolved.samples() != null) {
            return resolved.samples();
        }
        return resolved.format().samples().contains(Samples.GRAY) ? Samples.GRAY : Samples.RGB;
    }
}
