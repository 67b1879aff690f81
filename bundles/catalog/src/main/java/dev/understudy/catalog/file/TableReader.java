package dev.understudy.catalog.file;

import dev.understudy.catalog.file.TableRow.Cell;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads tab-delimited data files row by row. A field in double quotation marks may hold tabs and line breaks, and marks that are
 * doubled. Lines end in CR, LF or both. Empty lines are passed over.
 *
 * <p>Source: the reference's page on catalog data files.
 */
public final class TableReader {

    private static final int END = -1;
    private static final int MAX_FIELD = 1 << 20;
    private static final int MAX_FIELDS = 1000;

    private final Reader reader;
    private final char[] buffer = new char[1 << 13];
    private final StringBuilder text = new StringBuilder();
    private int position;
    private int limit;
    private int line = 1;

    public TableReader(Reader reader) {
        this.reader = reader;
    }

    /** The next row, null at the end. */
    public @Nullable TableRow next() throws IOException, MalformedFileException {
        while (peek() == '\r' || peek() == '\n') {
            take();
        }
        if (peek() == END) {
            return null;
        }
        int start = line;
        List<Cell> cells = new ArrayList<>();
        cells.add(cell());
        while (peek() == '\t') {
            take();
            if (cells.size() == MAX_FIELDS) {
                throw new MalformedFileException(line, "a line has more than " + MAX_FIELDS + " fields");
            }
            cells.add(cell());
        }
        return new TableRow(start, cells);
    }

    private Cell cell() throws IOException, MalformedFileException {
        text.setLength(0);
        Cell quoted = peek() == '"' ? quotedCell() : null;
        if (quoted != null) {
            return quoted;
        }
        while (!atDelimiter()) {
            append(take());
        }
        return new Cell(text.toString(), false);
    }

    /** A quoted field; null, with what was read in {@link #text}, when it goes on after the closing mark and so is none. */
    private @Nullable Cell quotedCell() throws IOException, MalformedFileException {
        int start = line;
        StringBuilder content = new StringBuilder();
        append(take());
        while (true) {
            int next = take();
            if (next == END) {
                throw new MalformedFileException(start, "a quotation mark is opened here and never closed");
            }
            append(next);
            if (next == '"') {
                if (peek() != '"') {
                    break;
                }
                append(take());
            }
            content.append((char) next);
        }
        return atDelimiter() ? new Cell(content.toString(), true) : null;
    }

    private boolean atDelimiter() throws IOException {
        int next = peek();
        return next == '\t' || next == '\r' || next == '\n' || next == END;
    }

    private void append(int next) throws MalformedFileException {
        if (next == '\0') {
            throw new MalformedFileException(line, "this is not a text file");
        }
        if (text.length() == MAX_FIELD) {
            throw new MalformedFileException(
                    line, "a field has more than " + MAX_FIELD + " characters; is a quotation mark missing?");
        }
        text.append((char) next);
    }

    private int peek() throws IOException {
        if (position == limit) {
            position = 0;
            limit = reader.read(buffer);
            if (limit <= 0) {
                limit = 0;
                return END;
            }
        }
        return buffer[position];
    }

    /** The next character; counts lines. */
    private int take() throws IOException {
        int next = peek();
        if (next == END) {
            return END;
        }
        position++;
        if (next == '\n' || (next == '\r' && peek() != '\n')) {
            line++;
        }
        return next;
    }
}
