package dev.understudy.itest.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of requests. */
final class Tables {

    private static final Path FOLDER = Path.of("src/test/resources/conformance/tables");

    private Tables() {}

    /** The tables' files by name. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
    }

    /** The rows of a table; empty lines and those that begin with {@code #} are none. */
    static List<Row> rows(Path file) {
        String name = name(file);
        List<String> lines = lines(file);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                rows.add(Row.parse(name + ":" + (i + 1), lines.get(i)));
            }
        }
        return rows;
    }

    /** The cells of each of those rows. */
    static List<List<String>> cells(Path file) {
        return lines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\t+")))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table's name. */
    static String name(Path file) {
        return file.getFileName().toString().replace(".tsv", "");
    }
}
