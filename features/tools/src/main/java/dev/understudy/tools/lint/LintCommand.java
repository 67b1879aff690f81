package dev.understudy.tools.lint;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.source.RootUrl;
import dev.understudy.tools.setup.HelpOptions;
import dev.understudy.tools.setup.ShippedCodecList;
import dev.understudy.tools.setup.SiteFiles;
import dev.understudy.tools.setup.UnusableFileException;
import dev.understudy.tools.url.RequestTarget;
import dev.understudy.tools.url.TargetFiles;
import dev.understudy.tools.url.TargetLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The tool {@code lint}. */
@Command(
        name = "lint",
        description =
                "Reads access logs or lists of URLs, and says for each shape of URL whether this server answers it as the"
                        + " server did that the URLs come from.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing of the level of --fail-on",
            "1:something of that level",
            "2:arguments or files that cannot be used"
        })
public final class LintCommand implements Callable<Integer> {

    /** How many requests are remembered with what was found. */
    private static final int REMEMBERED = 20_000;

    /** When the exit code is 1. */
    enum FailOn {
        error,
        warning,
        never
    }

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli alone looks at it
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "access logs or lists of URLs, perhaps .gz; - for stdin")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = {"-c", "--catalogs"},
            paramLabel = "FOLDER",
            description = "folder of the attribute files; without it records, presets and fonts are not looked at")
    private @Nullable Path catalogs;

    @Option(
            names = {"-i", "--images"},
            paramLabel = "ROOT",
            description =
                    "root folder of images, as often as there are several; without it files are not looked for. Stores may be"
                            + " named, too, and are not asked: what no folder has is a note then")
    private List<String> images = new ArrayList<>();

    @Option(
            names = {"-s", "--static"},
            paramLabel = "ROOT",
            description = "root folder of static content, likewise")
    private List<String> contents = new ArrayList<>();

    @Option(names = "--html", paramLabel = "FILE", description = "writes the whole report as a page, too")
    private @Nullable Path html;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "100",
            description = "shapes that are printed at most; default ${DEFAULT-VALUE}")
    private int top = 0;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "error",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
    private FailOn failOn = FailOn.error;

    @Override
    public Integer call() throws IOException {
        SiteFiles site = site();
        RequestLint lint = new RequestLint(site, ShippedCodecList.codecs().formats());
        LintTally tally = new LintTally();
        Map<RequestTarget, List<LintFinding>> known = new Remembered();
        TargetFiles.read(files, line -> {
            Optional<RequestTarget> target = TargetLine.target(line);
            if (target.isPresent()) {
                tally.add(target.get(), known.computeIfAbsent(target.get(), lint::findings));
            } else if (!line.isBlank()) {
                tally.addOther();
            }
        });
        LintText.write(
                tally, site.problems(), Math.max(0, top), spec.commandLine().getOut());
        if (html != null) {
            Files.writeString(html, LintHtml.page(tally, site.problems()));
        }
        return fails(tally, site.problems()) ? 1 : 0;
    }

    private SiteFiles site() throws UnusableFileException {
        if (catalogs != null && !Files.isDirectory(catalogs)) {
            throw new UnusableFileException("there is no folder " + catalogs);
        }
        List<Path> imageFolders = folders(images);
        List<Path> contentFolders = folders(contents);
        int stores = images.size() + contents.size() - imageFolders.size() - contentFolders.size();
        if (stores > 0) {
            spec.commandLine()
                    .getErr()
                    .println("understudy-tools: roots on stores are not asked; what no folder has is not looked for");
        }
        return SiteFiles.read(catalogs, imageFolders, contentFolders, stores > 0);
    }

    /** The roots that are folders; others are URLs of stores. */
    private static List<Path> folders(List<String> roots) throws UnusableFileException {
        List<Path> folders = new ArrayList<>();
        for (String root : roots) {
            if (!RootUrl.isUrl(root)) {
                if (!Files.isDirectory(Path.of(root))) {
                    throw new UnusableFileException("there is no folder " + root);
                }
                folders.add(Path.of(root));
            }
        }
        return folders;
    }

    private boolean fails(LintTally tally, List<CatalogProblem> problems) {
        boolean errors = tally.count(LintLevel.ERROR) > 0 || problems.stream().anyMatch(CatalogProblem::isFatal);
        return switch (failOn) {
            case never -> false;
            case error -> errors;
            case warning -> errors || tally.count(LintLevel.WARNING) > 0 || !problems.isEmpty();
        };
    }

    private static final class Remembered extends LinkedHashMap<RequestTarget, List<LintFinding>> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RequestTarget, List<LintFinding>> eldest) {
            return size() > REMEMBERED;
        }
    }
}
