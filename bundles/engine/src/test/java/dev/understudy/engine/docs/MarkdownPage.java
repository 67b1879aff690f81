package dev.understudy.engine.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.Support;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A page of {@code docs/protocol} that is made from a table of the code. A test builds the page and checks that the file says
 * the same:
 *
 * <pre>{@code
 * new MarkdownPage("Commands")
 *         .text(MarkdownPage.count("commands", supports))
 *         .columns("command", "works", "notes")
 *         .row("`wid=`", MarkdownPage.works(command.support()), command.note())
 *         .check("commands.md");
 * }</pre>
 *
 * <p>{@code mvn -pl bundles/engine -am test -Ddocs.accept} writes the files instead. Give a table of its own a test class of its
 * own, named {@code …PagesTest}.
 */
public final class MarkdownPage {

    private static final Path FOLDER = Path.of("..", "..", "docs", "protocol");

    private final StringBuilder page = new StringBuilder();

    public MarkdownPage(String title) {
        page.append("# ").append(title).append("\n\n");
        page.append(
                "<!-- Made from the code's tables and checked by the build. CONTRIBUTING says how to write it anew. -->\n");
    }

    /** Adds a paragraph. */
    public MarkdownPage text(String paragraph) {
        page.append('\n').append(paragraph).append('\n');
        return this;
    }

    /** Adds a heading. */
    public MarkdownPage heading(String heading) {
        page.append("\n## ").append(heading).append('\n');
        return this;
    }

    /** Starts a table; its rows follow. */
    public MarkdownPage columns(String... names) {
        page.append('\n');
        return row(names).row(Arrays.stream(names).map(name -> "---").toArray(String[]::new));
    }

    /** Adds a row. */
    public MarkdownPage row(String... cells) {
        page.append(Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\R", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
        return this;
    }

    /** Compares with the file of this name (seen from the folder), or writes it when asked to. */
    public void check(String fileName) {
        Path file = FOLDER.resolve(fileName);
        try {
            if (System.getProperty("docs.accept") != null) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, page);
            }
            String found = Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
            assertEquals(page.toString(), found, fileName + " is out of date; -Ddocs.accept writes it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How pages say whether an entry works. */
    public static String works(Support support) {
        return switch (support) {
            case FULL -> "yes";
            case PARTIAL -> "in part";
            case NONE -> "not yet";
        };
    }

    /** A sentence that counts entries: {@code 78 commands: 40 work, 3 in part, 35 not yet.} */
    public static String count(String entries, Collection<Support> supports) {
        return supports.size() + " " + entries + ": "
                + number(supports, Support.FULL) + " work, "
                + number(supports, Support.PARTIAL) + " in part, "
                + number(supports, Support.NONE) + " not yet.";
    }

    private static long number(Collection<Support> supports, Support support) {
        return supports.stream().filter(support::equals).count();
    }
}
