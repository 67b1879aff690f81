package dev.understudy.catalog.load;

import dev.understudy.catalog.ProfileRecord;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.MalformedFileException;
import dev.understudy.catalog.file.TableReader;
import dev.understudy.catalog.file.TableRow;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads ICC profile map files. An entry without a proper name or without a file is left out.
 *
 * <p>Source: the reference's pages on the ICC profile map.
 */
final class ProfileMapReader {

    private static final String NAME = "Name";
    private static final String PROFILE_PATH = "ProfilePath";

    private final TableHeader<String> header;
    private final Diagnostics diagnostics;
    private final Map<String, ProfileRecord> profiles = new LinkedHashMap<>();

    private ProfileMapReader(TableHeader<String> header, Diagnostics diagnostics) {
        this.header = header;
        this.diagnostics = diagnostics;
    }

    /** The entries in the order of the file, without a root path; of several of the same name, the last one. */
    static List<ProfileRecord> read(Reader reader, Diagnostics diagnostics) throws IOException, MalformedFileException {
        TableReader table = new TableReader(reader);
        TableHeader<String> header = TableHeader.read(table, ProfileMapReader::column, NAME, diagnostics);
        ProfileMapReader profiles = new ProfileMapReader(header, diagnostics);
        for (TableRow row = table.next(); row != null; row = table.next()) {
            profiles.add(row);
        }
        return List.copyOf(profiles.profiles.values());
    }

    private static Optional<String> column(String name) {
        return List.of(NAME, PROFILE_PATH).stream()
                .filter(column -> column.equalsIgnoreCase(name))
                .findFirst();
    }

    private void add(TableRow row) {
        if (row.isEmpty()) {
            return;
        }
        header.check(row, diagnostics);
        String name = header.text(row, NAME).strip();
        String path = header.text(row, PROFILE_PATH).strip();
        if (name.isEmpty() || path.isEmpty()) {
            diagnostics.warn(
                    row.line(), "the profile has no " + (name.isEmpty() ? NAME : PROFILE_PATH) + "; it is left out");
            return;
        }
        String shown = "profile '" + TableHeader.shortened(name) + "'";
        if (name.indexOf(',') >= 0) {
            diagnostics.warn(row.line(), shown + ": a name has no comma; it is left out");
            return;
        }
        if (profiles.remove(name) != null) {
            diagnostics.warn(row.line(), shown + " is there before; this one counts");
        }
        profiles.put(name, new ProfileRecord(name, path, ""));
    }
}
