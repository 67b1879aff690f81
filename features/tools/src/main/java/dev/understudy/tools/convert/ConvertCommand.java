package dev.understudy.tools.convert;

import dev.understudy.tools.convert.ConversionRun.Existing;
import dev.understudy.tools.convert.ConversionRun.Outcome;
import dev.understudy.tools.setup.HelpOptions;
import dev.understudy.tools.setup.ShippedCodecList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The tool {@code convert}.
 *
 * <p>Source: the reference's page on the utility ic.
 */
@Command(
        name = "convert",
        description =
                "Makes pyramid TIFF of images that the server reads: the image and smaller ones of it in tiles, of"
                        + " which the server reads what a request needs.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all images are converted, or were before",
            "1:some are not",
            "2:arguments or files that cannot be used"
        })
public final class ConvertCommand implements Callable<Integer> {

    /** Of Java's memory the part that conversions may announce to take. */
    private static final double SHARE = 0.7;

    private static final long MEBIBYTE = 1 << 20;
    private static final int MOST_THREADS = 256;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PyramidOptions pyramid = new PyramidOptions();

    @Mixin
    private IcOptions ic = new IcOptions();

    @Option(
            names = "--existing",
            paramLabel = "WHAT",
            description = "pyramids that are there: ${COMPLETION-CANDIDATES}; default keep, so that a run that was"
                    + " interrupted goes on. older makes those again that are older than their images")
    private @Nullable Existing existing;

    @Option(names = "--stop-on-error", description = "begins no other image once one has failed")
    private boolean stopOnError = false;

    @Option(
            names = {"--skip-hidden", "-skiphidden"},
            description = "passes over files and folders whose names begin with a dot")
    private boolean skipHidden = false;

    @Option(names = "--parallel", paramLabel = "N", description = "images at a time; default the number of processors")
    private @Nullable Integer parallel;

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            description =
                    "mebibytes that images may take together; default 70 percent of Java's memory, which is set by"
                            + " JAVA_OPTS=-Xmx")
    private @Nullable Long memory;

    @Option(names = "--quiet", description = "prints only what has failed")
    private boolean quiet = false;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli alone looks at it
    private HelpOptions help = new HelpOptions();

    @Parameters(index = "0", paramLabel = "SOURCE", description = "an image, or a folder with all that is below it")
    private Path source = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "TARGET",
            description =
                    "the pyramid, or a folder for it; of a folder, a folder of pyramids with the same names and .tif")
    private String target = "";

    @Override
    public Integer call() throws IOException {
        PyramidSettings settings = pyramid.settings(ic);
        int threads = threads();
        MemoryShare share = new MemoryShare(bytes(), threads);
        PyramidConversion conversion =
                new PyramidConversion(ShippedCodecList.codecs().decoders(), settings, share);
        List<ConversionList.PendingConversion> items =
                ConversionList.of(source, target, !skipHidden, conversion::isImage);
        PrintWriter err = spec.commandLine().getErr();
        ProgressLine progress = new ProgressLine(err, !quiet && Ansi.AUTO.enabled(), items.size());
        ConversionRun run =
                new ConversionRun(conversion, existing(), stopOnError, Files.isRegularFile(source), err, progress);
        Map<Outcome, Integer> counts = run.run(items, threads);
        if (!quiet) {
            spec.commandLine().getOut().println(ConversionRun.summary(counts));
        }
        return counts.containsKey(Outcome.FAILED) ? 1 : 0;
    }

    /** Adds what annotations cannot say. */
    public static void complete(CommandSpec command) {
        IcOptions.addRefused(command);
    }

    private Existing existing() {
        if (existing != null && ic.overwrite()) {
            throw new ParameterException(spec.commandLine(), "-overwrite and --existing say the same");
        }
        return existing != null ? existing : ic.overwrite() ? Existing.overwrite : Existing.keep;
    }

    private int threads() {
        int wanted = parallel == null ? Runtime.getRuntime().availableProcessors() : parallel;
        if (wanted < 1 || wanted > MOST_THREADS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + wanted + "' is not a value for --parallel; allowed: 1 to " + MOST_THREADS);
        }
        return wanted;
    }

    private long bytes() {
        Long wanted = memory != null ? memory : ic.memory();
        long most = (long) (Runtime.getRuntime().maxMemory() * SHARE);
        if (wanted == null) {
            return most;
        }
        long whole = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        if (wanted < 1 || wanted > whole) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + wanted + "' is not a value for --memory; allowed: 1 to " + whole + ", Java's memory");
        }
        return Math.min(most, wanted * MEBIBYTE);
    }
}
