package dev.understudy.itest.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tables of pages, those of docs/ARCHITECTURE.md among them. */
final class MarkdownTable {

    private MarkdownTable() {}

    /**
     * The rows of the first table under a heading of docs/ARCHITECTURE.md, as the other method has them.
     *
     * @throws IllegalStateException when there is no such heading, or no table under it
     */
    static List<List<String>> under(String heading) {
        return under(Bundles.root().resolve("docs/ARCHITECTURE.md"), heading);
    }

    /**
     * The rows of the first table under a heading of the second level, each as its cells without backticks.
     *
     * @throws IllegalStateException when there is no such heading, or no table under it
     */
    static List<List<String>> under(Path page, String heading) {
        List<String> lines;
        try {
            lines = Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int start = lines.indexOf("## " + heading);
        if (start < 0) {
            throw new IllegalStateException("There is no heading '" + heading + "'");
        }
        List<List<String>> rows = lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(MarkdownTable::cells)
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("There is no table under '" + heading + "'");
        }
        return rows;
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|"))
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }
}
