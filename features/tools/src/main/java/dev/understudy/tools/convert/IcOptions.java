package dev.understudy.tools.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Options of the utility {@code ic} that are spelled otherwise here, so that scripts for that need not be changed.
 *
 * <p>Source: the reference's page on the utility ic.
 */
final class IcOptions {

    private static final int MEBIBYTE = 1 << 20;

    private static final Map<String, List<String>> REFUSED = Map.of(
            "colors stay as they are, with their profile, and the server converts them when it draws",
            List.of(
                    "-imageprofile",
                    "-viewprofile",
                    "-intentPerceptual",
                    "-intentRelColorimetric",
                    "-intentAbsColorimetric",
                    "-intentSaturation",
                    "-cmsNoBlackPointCompensation",
                    "-cmsNoDither8"),
            "the server sharpens by op_usm= and resMode=sharp2; --filter sharp makes the smaller images sharper",
            List.of("-usm"),
            "paths are kept, and clipPath= and clipPathE= apply them",
            List.of("-applyClippath"),
            "the server crops by crop= and cropN=",
            List.of("-autocrop"),
            "the filters are box, lanczos and sharp, by --filter",
            List.of("-downsample8x8FlashPix"),
            "what there is to say goes to the standard output and the standard error",
            List.of("-logfile", "-loglevel", "-logappend", "-nologappend", "-logprogressmsec"),
            "name mebibytes by --memory, and Java's memory by JAVA_OPTS=-Xmx",
            List.of("-maxmempercent"));

    @Option(names = "-uncompressed", hidden = true)
    private boolean uncompressed = false;

    @Option(names = "-deflatecompress", hidden = true)
    private boolean deflate = false;

    @Option(names = "-lzwcompress", hidden = true)
    private boolean lzw = false;

    @Option(names = "-jpegcompress", hidden = true)
    private boolean jpeg = false;

    @Option(names = "-downsample2x2", hidden = true)
    private boolean box = false;

    @Option(names = "-downsample8x8", hidden = true)
    private boolean lanczos = false;

    @Option(names = "-downsample8x8BicubicSharp", hidden = true)
    private boolean sharp = false;

    @Option(names = "-overwrite", hidden = true)
    private boolean overwrite = false;

    @Option(names = "-maxmem", hidden = true)
    private @Nullable Long memory;

    /** What is done in any case. */
    @Option(
            names = {
                "-convert",
                "-embedColorProfile",
                "-embedXmpData",
                "-maintainpixeltype",
                "-continueonerror",
                "-continueOnError",
                "-nousage"
            },
            hidden = true)
    @SuppressWarnings("UnusedVariable") // it is enough that they are allowed
    private boolean[] usual = {};

    /** Adds the options that are not offered, each of which ends the program with the reason. */
    static void addRefused(CommandSpec command) {
        REFUSED.forEach((reason, names) -> {
            for (String name : names) {
                command.addOption(OptionSpec.builder(name)
                        .hidden(true)
                        .arity("0..1")
                        .parameterConsumer((arguments, option, spec) -> {
                            throw new ParameterException(
                                    spec.commandLine(), "the option " + name + " of ic is not offered: " + reason);
                        })
                        .build());
            }
        });
    }

    /** The compressions that are named. */
    List<TileCompression> compressions() {
        List<TileCompression> named = new ArrayList<>();
        add(uncompressed, TileCompression.none, named);
        add(deflate, TileCompression.deflate, named);
        add(lzw, TileCompression.lzw, named);
        add(jpeg, TileCompression.jpeg, named);
        return named;
    }

    /** The filters that are named. */
    List<Downsampling> filters() {
        List<Downsampling> named = new ArrayList<>();
        add(box, Downsampling.box, named);
        add(lanczos, Downsampling.lanczos, named);
        add(sharp, Downsampling.sharp, named);
        return named;
    }

    private static <T> void add(boolean is, T value, List<T> list) {
        if (is) {
            list.add(value);
        }
    }

    /** Whether pyramids that are there are made again. */
    boolean overwrite() {
        return overwrite;
    }

    /** Mebibytes that may be taken; null when nothing is said. */
    @Nullable
    Long memory() {
        return memory == null ? null : memory / MEBIBYTE;
    }
}
