package dev.understudy.catalog.file;

import java.util.List;

/**
 * A row of a data file.
 *
 * @param line where it starts, from 1
 * @param cells its fields
 */
public record TableRow(int line, List<Cell> cells) {

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return cells.stream().allMatch(cell -> cell.text().isEmpty());
    }

    /**
     * A field.
     *
     * @param text without quotation marks
     * @param quoted whether it was in quotation marks
     */
    public record Cell(String text, boolean quoted) {}
}
