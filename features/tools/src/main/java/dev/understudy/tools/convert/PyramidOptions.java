package dev.understudy.tools.convert;

import dev.understudy.codec.tiff.TiffPyramidWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what a pyramid is like. */
final class PyramidOptions {

    private static final int TILE_STEP = 16;
    private static final int LARGEST_TILE = 2048;
    private static final int BEST = 100;
    private static final int FINEST = 100_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--compression",
            paramLabel = "KIND",
            description =
                    "of the tiles: ${COMPLETION-CANDIDATES}; default deflate. JPEG has no transparency: such images"
                            + " are deflated")
    private @Nullable TileCompression compression;

    @Option(
            names = {"--quality", "-jpegquality"},
            paramLabel = "N",
            defaultValue = "95",
            description = "that of JPEG, 1 to 100; default ${DEFAULT-VALUE}")
    private int quality = 0;

    @Option(
            names = {"--full-chroma", "-fullsamplechrominance"},
            description = "JPEG keeps colors as fine as lightness")
    private boolean fullChroma = false;

    @Option(
            names = "--filter",
            paramLabel = "KIND",
            description = "for the smaller images: ${COMPLETION-CANDIDATES}; default lanczos")
    private @Nullable Downsampling filter;

    @Option(names = "--linear", description = "adds up light, and not samples, for the smaller images")
    private boolean linear = false;

    @Option(
            names = "--tile",
            paramLabel = "N",
            defaultValue = "256",
            description = "sides of a tile in pixels, a multiple of 16; default ${DEFAULT-VALUE}")
    private int tile = 0;

    @Option(
            names = {"--dpi", "-dpi"},
            paramLabel = "N",
            description = "pixels an inch; default that of the image")
    private @Nullable Double dpi;

    @Option(names = "--no-profile", description = "leaves the color profile out, which changes what the colors mean")
    private boolean noProfile = false;

    @Option(names = "--no-xmp", description = "leaves the XMP packet out")
    private boolean noXmp = false;

    @Option(
            names = {"--decode-jpeg", "-forceJPEGDecompress"},
            description =
                    "compresses the largest image of a JPEG anew; by default its codes are handed on as they are, if they"
                            + " can be, and --compression is for the smaller images")
    private boolean decodesJpeg = false;

    @Option(names = "--bigtiff", description = "writes BigTIFF; default only from 4 GB on")
    private boolean big = false;

    /**
     * What is wanted.
     *
     * @throws ParameterException when a value is not allowed
     */
    PyramidSettings settings(IcOptions ic) {
        CommandLine line = spec.commandLine();
        if (quality < 0 || quality > BEST) {
            throw new ParameterException(line, "'" + quality + "' is not a value for --quality; allowed: 1 to 100");
        }
        if (tile < TILE_STEP || tile > LARGEST_TILE || tile % TILE_STEP != 0) {
            throw new ParameterException(
                    line, "'" + tile + "' is not a value for --tile; allowed: a multiple of 16 up to " + LARGEST_TILE);
        }
        if (dpi != null && !(dpi > 0 && dpi <= FINEST)) {
            throw new ParameterException(
                    line, "'" + dpi + "' is not a value for --dpi; allowed: more than 0, up to " + FINEST);
        }
        return new PyramidSettings(
                one("compression", compression, ic.compressions(), TileCompression.deflate),
                Math.max(1, quality),
                fullChroma,
                one("filter", filter, ic.filters(), Downsampling.lanczos),
                linear,
                tile,
                dpi,
                !noProfile,
                !noXmp,
                decodesJpeg,
                big ? 0 : TiffPyramidWriter.BIG);
    }

    private <T> T one(String what, @Nullable T ours, List<T> theirs, T usual) {
        List<T> named = new ArrayList<>(theirs);
        if (ours != null) {
            named.add(ours);
        }
        if (named.size() > 1) {
            throw new ParameterException(spec.commandLine(), "name one " + what + ", not several");
        }
        return named.isEmpty() ? usual : named.get(0);
    }
}
