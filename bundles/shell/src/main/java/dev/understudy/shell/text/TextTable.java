package dev.understudy.shell.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells in aligned columns, each as wide as its widest cell; numbers stand at the right. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<Cell>> rows = new ArrayList<>();

    private record Cell(String text, boolean right) {

        static Cell of(Object value) {
            return new Cell(clean(value.toString()), value instanceof Number);
        }

        /** Texts may come from outside, and a terminal obeys control characters. */
        private static String clean(String text) {
            return text.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+", " ").strip();
        }

        String padded(int width) {
            String padding = " ".repeat(width - text.length());
            return right ? padding + text : text + padding;
        }
    }

    /** A table with these titles, one a column. */
    public TextTable(String... titles) {
        row((Object[]) titles);
    }

    /** Adds a row: a text or a number for each column. */
    public void row(Object... values) {
        rows.add(Arrays.stream(values).map(Cell::of).toList());
    }

    /** The lines, each but the last with its end. */
    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).text().length())
                        .max()
                        .orElse(0))
                .toArray();
        return String.join("\n", rows.stream().map(row -> line(row, widths)).toList());
    }

    private static String line(List<Cell> row, int[] widths) {
        List<String> cells = IntStream.range(0, widths.length)
                .mapToObj(column -> row.get(column).padded(widths[column]))
                .toList();
        return String.join(GAP, cells).stripTrailing();
    }
}
