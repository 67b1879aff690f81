package dev.understudy.catalog.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads attribute files: {@code name=value} records, one a line, {@code #} for comments. A backslash before a line break makes
 * the break part of the value. Values may be quoted.
 *
 * <p>Source: the reference's pages on catalog attribute files and text strings.
 */
public final class IniReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private final BufferedReader reader;
    private final Diagnostics diagnostics;
    private int line;

    private IniReader(Reader reader, Diagnostics diagnostics) {
        this.reader = new BufferedReader(reader);
        this.diagnostics = diagnostics;
    }

    /** The records in the order of the file; what is no record is noted and left out. */
    public static List<IniEntry> read(Reader reader, Diagnostics diagnostics)
            throws IOException, MalformedFileException {
        return new IniReader(reader, diagnostics).entries();
    }

    private List<IniEntry> entries() throws IOException, MalformedFileException {
        List<IniEntry> entries = new ArrayList<>();
        for (String first = nextLine(); first != null; first = nextLine()) {
            int start = line;
            String record = first.strip();
            if (!record.isEmpty() && !record.startsWith("#")) {
                IniEntry entry = entry(withContinuation(first), start);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private @Nullable IniEntry entry(String record, int start) {
        int equals = record.indexOf('=');
        String name = equals < 0 ? "" : record.substring(0, equals).strip();
        if (!NAME.matcher(name).matches()) {
            diagnostics.warn(start, "this is no record; a record is name=value, a comment starts with #");
            return null;
        }
        return new IniEntry(name, unquoted(record.substring(equals + 1).strip()), start);
    }

    private String withContinuation(String first) throws IOException, MalformedFileException {
        if (!endsInEscape(first)) {
            return first;
        }
        StringBuilder record = new StringBuilder(first);
        while (endsInEscape(record)) {
            record.setLength(record.length() - 1);
            String next = nextLine();
            record.append('\n').append(next == null ? "" : next);
        }
        return record.toString();
    }

    private static boolean endsInEscape(CharSequence text) {
        int end = text.length() - 1;
        return end >= 0 && text.charAt(end) == '\\' && (end == 0 || text.charAt(end - 1) != '\\');
    }

    private @Nullable String nextLine() throws IOException, MalformedFileException {
        String next = reader.readLine();
        line++;
        if (next != null && next.indexOf('\0') >= 0) {
            throw new MalformedFileException(line, "this is not a text file");
        }
        return next;
    }

    /** Without the quotation marks around it, when all such marks within are doubled. */
    private static String unquoted(String value) {
        if (value.length() < 2 || (value.charAt(0) != '"' && value.charAt(0) != '\'')) {
            return value;
        }
        String mark = value.substring(0, 1);
        String inner = value.substring(1, value.length() - 1);
        boolean wholeQuoted =
                value.endsWith(mark) && !inner.replace(mark + mark, "").contains(mark);
        return wholeQuoted ? inner.replace(mark + mark, mark) : value;
    }
}
