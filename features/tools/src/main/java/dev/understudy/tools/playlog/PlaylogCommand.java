package dev.understudy.tools.playlog;

import dev.understudy.tools.setup.HelpOptions;
import dev.understudy.tools.url.TargetFiles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The tool {@code playlog}.
 *
 * <p>Source: the reference's page on the utility playlog.
 */
@Command(
        name = "playlog",
        description =
                "Sends the requests of access logs to a server again, so that its caches are filled or its answers are seen.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all requests were answered, whatever the status",
            "1:some had no answer",
            "2:arguments or files that cannot be used"
        })
public final class PlaylogCommand implements Callable<Integer> {

    private static final int MOST_AT_A_TIME = 256;

    /** The method by which requests are sent. */
    enum Method {
        get,
        post,
        head,
        smart
    }

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli alone looks at it
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "access logs, perhaps .gz; - for stdin")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "-p",
            paramLabel = "PREFIX",
            defaultValue = "http://localhost:8080",
            description = "root URL, before the request; default ${DEFAULT-VALUE}")
    private String prefix = "";

    @Option(
            names = "-n",
            paramLabel = "COLUMN",
            description = "field that has the request, from 1; by default it is found in the line")
    private @Nullable Integer column;

    @Option(
            names = "-o",
            paramLabel = "COLUMN",
            defaultValue = "15",
            description = "with -n: field that has the method")
    private int methodColumn = 0;

    @Option(
            names = "-s",
            paramLabel = "REGEX",
            defaultValue = "[ ]+",
            description = "separator of fields; default ${DEFAULT-VALUE}")
    private Pattern separator = Pattern.compile(" ");

    @Option(names = "-m", paramLabel = "REGEX", defaultValue = "", description = "what a line has that is to be sent")
    private Pattern marker = Pattern.compile("");

    @Option(
            names = "-x",
            paramLabel = "SUFFIX",
            defaultValue = "",
            description = "appended to the query; {25} is field 25 of the line")
    private String suffix = "";

    @Option(
            names = "-r",
            paramLabel = "METHOD",
            defaultValue = "smart",
            description = "${COMPLETION-CANDIDATES}; smart is that of the log; default ${DEFAULT-VALUE}")
    private Method method = Method.smart;

    @Option(names = "-v", description = "prints the URLs")
    private boolean verbose = false;

    @Option(names = "--dry-run", description = "prints the URLs and sends nothing")
    private boolean dry = false;

    @Option(
            names = "--filter",
            paramLabel = "REGEX",
            defaultValue = "",
            description = "sends only what has this in path or query")
    private Pattern filter = Pattern.compile("");

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "requests a second at most; default as many as are answered")
    private @Nullable Double rate;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "4",
            description = "requests at a time; default ${DEFAULT-VALUE}")
    private int parallel = 1;

    @Override
    public Integer call() throws IOException {
        if (parallel < 1 || parallel > MOST_AT_A_TIME) {
            throw new ParameterException(spec.commandLine(), "--parallel is from 1 to " + MOST_AT_A_TIME);
        }
        if (!prefix.matches("https?://[^/].*")) {
            throw new ParameterException(spec.commandLine(), "-p is a URL such as http://localhost:8080");
        }
        if (column != null && column < 1 || methodColumn < 1) {
            throw new ParameterException(spec.commandLine(), "-n and -o count fields from 1");
        }
        if (rate != null && !(rate > 0)) {
            throw new ParameterException(spec.commandLine(), "--rate is more than 0");
        }
        PrintWriter out = spec.commandLine().getOut();
        LoggedRequestReader reader =
                new LoggedRequestReader(column == null ? 0 : column, methodColumn, separator, marker, suffix);
        PlaybackTally tally = new PlaybackTally();
        long start = System.nanoTime();
        try (RequestPlayer player = new RequestPlayer(parallel, rate == null ? 0 : rate, tally)) {
            TargetFiles.read(files, line -> play(reader.read(line), player, out));
        }
        if (!dry) {
            tally.write(Duration.ofNanos(System.nanoTime() - start), out);
        }
        out.flush();
        return tally.unanswered() > 0 ? 1 : 0;
    }

    private void play(Optional<LoggedRequestReader.LoggedRequest> read, RequestPlayer player, PrintWriter out)
            throws IOException {
        if (read.isEmpty() || !filter.matcher(read.get().target()).find()) {
            return;
        }
        LoggedRequestReader.LoggedRequest request = new LoggedRequestReader.LoggedRequest(
                method == Method.smart ? read.get().method() : method.name().toUpperCase(Locale.ROOT),
                read.get().target());
        if (verbose || dry) {
            out.println(prefix + request.target());
        }
        try {
            if (!dry) {
                player.send(request, prefix);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
