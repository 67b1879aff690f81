package dev.understudy.tools.validate;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ImageInfo;
import dev.understudy.source.Source;
import dev.understudy.tools.setup.FileOnDisk;
import dev.understudy.tools.setup.HelpOptions;
import dev.understudy.tools.setup.ShippedCodecList;
import dev.understudy.tools.setup.UnusableFileException;
import dev.understudy.tools.validate.ImageFileCheck.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The tool {@code validate}.
 *
 * <p>Source: the reference's page on the utility validate.
 */
@Command(
        name = "validate",
        description = "Says of image files whether the server can read them.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all files are valid", "1:some are not", "2:arguments or files that cannot be used"})
public final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "-jpeg", description = "files may be JPEG")
    private boolean jpeg = false;

    @Option(names = "-ptif", description = "files may be pyramid TIFF")
    private boolean pyramid = false;

    @Option(names = "-any", description = "files may be of any format that the server reads")
    private boolean any = false;

    @Option(
            names = "-fileList",
            paramLabel = "FILE",
            description = "a file with the name of an image file in each line")
    private @Nullable Path list;

    @Option(names = "-readPixels", description = "decodes every pixel; else the header alone is looked at")
    private boolean pixels = false;

    @Option(names = "-validatecolorprofile", description = "checks an embedded color profile, too")
    private boolean profile = false;

    @Option(names = "-reject16BitPerComponent", description = "refuses more than 8 bits a sample")
    private boolean eightBits = false;

    @Option(names = "-verbose", description = "tells more of files that are not valid")
    private boolean verbose = false;

    @Option(names = "-silent", description = "prints nothing")
    private boolean silent = false;

    @Option(names = "-stopOnError", description = "ends at the first file that is not valid")
    private boolean stop = false;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli alone looks at it
    private HelpOptions help = new HelpOptions();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "image files")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        ImageFileCheck check =
                new ImageFileCheck(ShippedCodecList.codecs().decoders(), kinds(), pixels, profile, eightBits);
        boolean valid = true;
        for (Path file : named()) {
            valid &= isValid(file, check);
            if (!valid && stop) {
                break;
            }
        }
        return valid ? 0 : 1;
    }

    private Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (jpeg) {
            kinds.add(Kind.JPEG);
        }
        if (pyramid) {
            kinds.add(Kind.PYRAMID_TIFF);
        }
        if (any) {
            kinds.add(Kind.ANY);
        }
        if (kinds.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "one of -jpeg, -ptif and -any is needed");
        }
        return kinds;
    }

    private List<Path> named() throws IOException {
        if (list == null) {
            return files;
        }
        if (!files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "files are named either in a list or one by one");
        }
        try {
            return Files.readAllLines(list).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> Path.of(line.strip()))
                    .toList();
        } catch (NoSuchFileException e) {
            throw new UnusableFileException("there is no file " + list);
        } catch (CharacterCodingException e) {
            throw new UnusableFileException("the names in " + list + " are not in UTF-8");
        }
    }

    private boolean isValid(Path file, ImageFileCheck check) {
        try (Source source = FileOnDisk.open(file)) {
            ImageInfo info = check.check(source);
            if (verbose && !silent) {
                PrintWriter out = spec.commandLine().getOut();
                out.println(file + ": " + info.format() + ", " + info.width() + " x " + info.height());
            }
            return true;
        } catch (ServeException e) {
            Failure failure = e.failure();
            tell(
                    file,
                    failure.message(),
                    failure.kind().code() + ". " + failure.kind().remedy(),
                    failure.cause());
        } catch (NoSuchFileException e) {
            tell(file, "there is no such file", "", e);
        } catch (UnusableFileException e) {
            tell(file, String.valueOf(e.getMessage()), "", null);
        } catch (IOException e) {
            tell(file, "cannot be read", "", e);
        }
        return false;
    }

    private void tell(Path file, String message, String more, @Nullable Throwable cause) {
        if (silent) {
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(message.contains(file.toString()) ? message : file + ": " + message);
        if (verbose) {
            if (!more.isEmpty()) {
                err.println("    " + more);
            }
            if (cause != null) {
                err.println("    " + cause);
            }
        }
    }
}
