package dev.understudy.itest.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the tables in docs/protocol, which are made from the code's, say of names that work. */
final class ProtocolTable {

    private static final Path FOLDER = Path.of("../docs/protocol");
    private static final String COLUMNS = "(?<!\\\\)\\|";

    private ProtocolTable() {}

    /** The commands by each of their spellings, with what is allowed as their value. */
    static Map<String, String> commands() {
        Map<String, String> words = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (List<String> cells : working("commands.md")) {
            List<String> spellings = List.of(cells.get(1).split("; "));
            List<String> values = values(cells.get(5), spellings.size());
            for (int i = 0; i < spellings.size(); i++) {
                words.put(spellings.get(i), values.get(i));
            }
        }
        return words;
    }

    /** The catalog attributes with what is allowed as their value. */
    static Map<String, String> attributes() {
        Map<String, String> words = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        working("attributes.md").forEach(cells -> words.put(cells.get(1), cells.get(3)));
        return words;
    }

    /** The rows that do not say "not yet"; the first cell is before the first bar. */
    private static List<List<String>> working(String page) {
        try {
            return Files.readAllLines(FOLDER.resolve(page)).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(ProtocolTable::cells)
                    .filter(cells -> !cells.get(2).equals("not yet"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(COLUMNS))
                .map(cell -> cell.replace("\\|", "|").replace("`", "").strip())
                .toList();
    }

    /** One value a spelling: of several, each has the same number of clauses. */
    private static List<String> values(String cell, int count) {
        List<String> clauses = count == 1 ? List.of(cell) : List.of(cell.split("; "));
        int each = clauses.size() / count;
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(String.join("; ", clauses.subList(i * each, (i + 1) * each)));
        }
        return values;
    }
}
