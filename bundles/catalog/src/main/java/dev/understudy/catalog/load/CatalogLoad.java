package dev.understudy.catalog.load;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.ProfileRecord;
import dev.understudy.catalog.RuleSet;
import dev.understudy.catalog.file.Diagnostic;
import dev.understudy.catalog.file.Diagnostics;
import dev.understudy.catalog.file.FileStamp;
import dev.understudy.catalog.file.IniEntry;
import dev.understudy.catalog.file.Utf8Reading;
import dev.understudy.catalog.snapshot.AttributeValues;
import dev.understudy.catalog.snapshot.CatalogContents;
import dev.understudy.catalog.snapshot.Macro;
import dev.understudy.catalog.snapshot.RecordTable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One loading of one catalog. */
final class CatalogLoad {

    private final Path folder;
    private final DataFiles dataFiles;
    private final CatalogSource origin;
    private final Instant now;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<Path, FileStamp> stamps = new HashMap<>();
    private final List<LoadProblem> problems = new ArrayList<>();
    private List<IniEntry> entries = List.of();
    private String macroFile = "";
    private Charset encoding = StandardCharsets.ISO_8859_1;

    CatalogLoad(Path folder, DataFiles dataFiles, CatalogSource origin, Instant now) {
        this.folder = folder;
        this.dataFiles = dataFiles;
        this.origin = origin;
        this.now = now;
    }

    LoadedCatalog load() {
        CatalogSource.Entries read = origin.read();
        entries = read.entries();
        AttributeValues named = AttributeReader.read(origin.shortName(), entries, diagnostics);
        AttributeValues attributes = FailClosed.closed(withProperRootId(named, read), read);
        encoding = attributes.get(Attributes.ENCODING);
        report(origin.name(), read.diagnostics());
        CatalogContents contents = contents(attributes, read.modified());
        report(origin.name(), diagnostics.list());
        return new LoadedCatalog(origin, new CatalogVersion(read.version(), stamps), contents, macroFile, problems);
    }

    private AttributeValues withProperRootId(AttributeValues attributes, CatalogSource.Entries read) {
        boolean hasRootId = !attributes.get(Attributes.ROOT_ID).isEmpty();
        if (origin.isDefault() && hasRootId) {
            diagnostics.warn(0, "RootId: the default catalog has none; it is ignored");
            return attributes.with(Attributes.ROOT_ID, "");
        }
        boolean readable = read.diagnostics().stream().noneMatch(Diagnostic::fatal);
        boolean named = entries.stream()
                .anyMatch(entry -> entry.name().equalsIgnoreCase(Attributes.ROOT_ID.name())
                        && !entry.value().isEmpty());
        if (!origin.isDefault() && readable && !named) {
            diagnostics.fatal(0, "RootId: there is none; every catalog but default.ini has one of its own");
        }
        return attributes;
    }

    private CatalogContents contents(AttributeValues attributes, Instant modified) {
        List<RecordTable> images = images(attributes);
        List<RecordTable> content = tables(attributes, Attributes.STATIC_CONTENT_CATALOG_FILE, FileKind.CONTENT);
        List<Macro> macros = macros(attributes);
        List<FontRecord> fonts = map(attributes, Attributes.FONT_MAP_FILE, FileKind.FONTS);
        List<ProfileRecord> profiles = map(attributes, Attributes.ICC_PROFILE_MAP_FILE, FileKind.PROFILES);
        RuleSet rules = rules(attributes);
        return new CatalogContents(attributes, images, content, macros, fonts, profiles, rules, newest(modified), now);
    }

    /** The rules; a file that is named and cannot be read closes the catalog, should there be no good state to keep. */
    private RuleSet rules(AttributeValues attributes) {
        String name = attributes.get(Attributes.RULE_SET_FILE);
        if (name.isEmpty()) {
            return RuleSet.NONE;
        }
        Path file = resolved(name, Attributes.RULE_SET_FILE);
        return file == null ? RuleSet.CLOSED : read(file, FileKind.RULES, Attributes.RULE_SET_FILE);
    }

    /** Files of image data, which prevail over all files of SVG data. */
    private List<RecordTable> images(AttributeValues attributes) {
        List<RecordTable> tables = tables(attributes, Attributes.SVG_CATALOG_FILE, FileKind.IMAGES);
        tables.addAll(tables(attributes, Attributes.CATALOG_FILE, FileKind.IMAGES));
        return tables;
    }

    private List<RecordTable> tables(
            AttributeValues attributes, Attribute<List<String>> attribute, FileKind<RecordTable> kind) {
        List<RecordTable> tables = new ArrayList<>();
        for (String name : attributes.get(attribute)) {
            Path file = resolved(name, attribute);
            if (file != null) {
                tables.add(read(file, kind, attribute));
            }
        }
        return tables;
    }

    private List<Macro> macros(AttributeValues attributes) {
        String name = attributes.get(Attributes.MACRO_FILE);
        Path file = name.isEmpty() ? null : resolved(name, Attributes.MACRO_FILE);
        if (file == null) {
            return List.of();
        }
        macroFile = file.toString();
        return read(file, FileKind.MACROS, Attributes.MACRO_FILE);
    }

    private <T> List<T> map(AttributeValues attributes, Attribute<String> attribute, FileKind<List<T>> kind) {
        String name = attributes.get(attribute);
        Path file = name.isEmpty() ? null : resolved(name, attribute);
        return file == null ? List.of() : read(file, kind, attribute);
    }

    private <T> T read(Path file, FileKind<T> kind, Attribute<?> attribute) {
        FileContent<T> content = dataFiles.get(file, kind, encoding);
        stamps.put(file, content.stamp());
        report(
                file.toString(),
                content.diagnostics().stream()
                        .map(diagnostic -> diagnostic.fatal() && diagnostic.line() == 0
                                ? named(diagnostic, attribute, file)
                                : diagnostic)
                        .toList());
        return content.content();
    }

    /** The trouble with a file as a whole, and who names that file. */
    private Diagnostic named(Diagnostic diagnostic, Attribute<?> attribute, Path file) {
        int line = entries.stream()
                .filter(entry -> entry.name().equalsIgnoreCase(attribute.name()))
                .mapToInt(IniEntry::line)
                .max()
                .orElse(0);
        String place = attribute.name() + " in " + origin.shortName() + (line > 0 ? ":" + line : "");
        return new Diagnostic(0, diagnostic.message() + "; " + place + " names it" + misread(file), true);
    }

    /** A hint for one whose name leads to a file only when it is read as UTF-8. */
    private static String misread(Path file) {
        return Utf8Reading.of(String.valueOf(file.getFileName()))
                .filter(reading -> Files.exists(file.resolveSibling(reading)))
                .map(Utf8Reading::hint)
                .orElse("");
    }

    private @Nullable Path resolved(String name, Attribute<?> attribute) {
        try {
            return folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            diagnostics.fatal(0, attribute.name() + ": '" + name + "' cannot be the name of a file");
            return null;
        }
    }

    /** The time of the newest file that has been read, or a later one. */
    private Instant newest(Instant modified) {
        return stamps.values().stream()
                .map(stamp -> stamp.modified().toInstant())
                .reduce(modified, (one, other) -> one.isAfter(other) ? one : other);
    }

    private void report(String file, List<Diagnostic> found) {
        for (Diagnostic diagnostic : found) {
            problems.add(new LoadProblem(file, diagnostic, now));
        }
    }
}
