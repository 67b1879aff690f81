package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.HintUse;
import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.codec.ResolvedFormat;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.PixelRatio;
import dev.understudy.engine.request.Assignment;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.failure.ServeException;
import dev.understudy.image.JpegQuality;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.ConnectionQuality;
import dev.understudy.serve.NegotiatedHeader;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Suits a reply to its client: format, size and quality. On what it depends is decided by the request and its catalog alone, so that
 * all clients are told the same.
 *
 * <p>Source: the reference's pages on bfc, dpr and network. They leave to a delivery network what is known of the client; here it is
 * what the client says itself.
 */
final class ClientAdaptation {

    /** What only the format asked for has, so that it stays where one of these is given. */
    private static final List<Command<?>> OF_THE_FORMAT =
            List.of(Commands.ICC, Commands.ICC_EMBED, Commands.XMP_EMBED, Commands.PATH_EMBED, Commands.JPEG_SIZE);

    /** The largest ratio that is believed; browsers that enlarge a page tell of it here, too. */
    private static final double MAX_RATIO = 4;

    /** Ratios are rounded up to a multiple of this, as each makes an image of its own. */
    private static final double STEP = 0.25;

    private static final double TOLERANCE = 0.005;

    private final CommandValues values;
    private final Catalog catalog;
    private final ClientHints hints;
    private final ResolvedFormat asked;
    private final FormatConversion conversion;
    private final boolean converts;
    private final boolean followsNetwork;
    private final PixelRatio ratio;

    /**
     * The adaptation of a request.
     *
     * @param values its commands for the whole request
     * @param formats what the reply can be written as
     * @throws ServeException when a value of fmt, bfc, dpr or network is none
     */
    ClientAdaptation(CommandValues values, Catalog catalog, OutputFormats formats, ClientHints hints)
            throws ServeException {
        this.values = values;
        this.catalog = catalog;
        this.hints = hints;
        this.asked = formats.resolve(values.get(Commands.FMT, catalog));
        this.conversion = new FormatConversion(asked, formats);
        this.converts = values.get(Commands.BFC, catalog) && conversion.isPossible() && !isOfTheFormat();
        HintUse use = catalog.get(Attributes.CLIENT_HINTS);
        boolean network = values.get(Commands.NETWORK, use == HintUse.ALWAYS);
        this.followsNetwork = network && use != HintUse.NONE;
        this.ratio = ratio(use);
    }

    /** The format as it was asked for. */
    ResolvedFormat asked() {
        return asked;
    }

    /** The smaller format in its place; empty when it stays. */
    Optional<ResolvedFormat> smaller() {
        return converts ? conversion.of(hints.accepted()) : Optional.empty();
    }

    /** The quality of lossy formats: less of it over a slow connection. */
    JpegQuality quality() throws ServeException {
        JpegQuality quality = values.get(Commands.QLT, catalog);
        return followsNetwork ? reduced(quality, hints.connection()) : quality;
    }

    /** How much larger than asked for the reply is on each side. */
    double pixelRatio() {
        if (followsNetwork && hints.connection() == ConnectionQuality.POOR) {
            return 1;
        }
        return ratio.ofClient() ? rounded(hints.pixelRatio()) : ratio.value();
    }

    /** The headers that the reply depends on. */
    Set<NegotiatedHeader> varying() {
        Set<NegotiatedHeader> headers = EnumSet.noneOf(NegotiatedHeader.class);
        if (converts) {
            headers.add(NegotiatedHeader.ACCEPT);
        }
        if (ratio.ofClient()) {
            headers.add(NegotiatedHeader.SEC_CH_DPR);
            headers.add(NegotiatedHeader.DPR);
        }
        if (followsNetwork && (hasQuality() || !ratio.equals(PixelRatio.OFF))) {
            headers.add(NegotiatedHeader.SAVE_DATA);
            headers.add(NegotiatedHeader.ECT);
            headers.add(NegotiatedHeader.DOWNLINK);
        }
        return headers;
    }

    private boolean hasQuality() {
        return asked.compression().quality() || converts && conversion.isLossy();
    }

    private boolean isOfTheFormat() {
        return OF_THE_FORMAT.stream().map(values::assignment).anyMatch(ClientAdaptation::isGiven);
    }

    private static boolean isGiven(@Nullable Assignment assignment) {
        return assignment != null && !assignment.value().strip().equals("0");
    }

    /** The ratio of the client is not for parts of a view: whoever puts parts together has worked out how large they are. */
    private PixelRatio ratio(HintUse use) throws ServeException {
        boolean asks = values.has(Commands.DPR) || use != HintUse.ALWAYS;
        PixelRatio given = asks ? values.get(Commands.DPR, catalog) : PixelRatio.OF_CLIENT;
        boolean unknown = use == HintUse.NONE || values.has(Commands.RECT);
        return given.ofClient() && unknown ? PixelRatio.OFF : given;
    }

    private static double rounded(double ratio) {
        return Math.max(1, Math.min(MAX_RATIO, Math.ceil((ratio - TOLERANCE) / STEP) * STEP));
    }

    private static JpegQuality reduced(JpegQuality quality, ConnectionQuality connection) {
        double factor = switch (connection) {
            case GOOD -> 1;
            case FAIR -> 0.75;
            case POOR -> 0.5;
        };
        return new JpegQuality((int) Math.max(1, Math.round(quality.quality() * factor)), quality.fullChroma());
    }
}
