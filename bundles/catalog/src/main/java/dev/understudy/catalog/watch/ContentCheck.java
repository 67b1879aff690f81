package dev.understudy.catalog.watch;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogStatus.State;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.file.Utf8Reading;
import dev.understudy.catalog.load.LoadedCatalog;
import dev.understudy.catalog.snapshot.RecordData;
import dev.understudy.catalog.snapshot.RecordTable;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceKey.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what catalogs name with the files that are there: folders that exist nowhere, names in another encoding. */
final class ContentCheck {

    /** The kind of colors that each profile has to be for, as its head says it. */
    private static final Map<Attribute<String>, String> PROFILES = new LinkedHashMap<>();

    static {
        PROFILES.put(Attributes.ICC_PROFILE_SRC_RGB, "RGB ");
        PROFILES.put(Attributes.ICC_PROFILE_SRC_GRAY, "GRAY");
        PROFILES.put(Attributes.ICC_PROFILE_SRC_CMYK, "CMYK");
        PROFILES.put(Attributes.ICC_PROFILE_RGB, "RGB ");
        PROFILES.put(Attributes.ICC_PROFILE_GRAY, "GRAY");
        PROFILES.put(Attributes.ICC_PROFILE_CMYK, "CMYK");
    }

    private final SourceAccess files;
    private final List<CatalogProblem> problems = new ArrayList<>();

    private ContentCheck(SourceAccess files) {
        this.files = files;
    }

    /** The problems of a catalog that is served, found at no particular time. */
    static List<CatalogProblem> of(LoadedCatalog loaded, Catalog catalog, SourceAccess files) {
        ContentCheck check = new ContentCheck(files);
        check.requireFolder(loaded, Attributes.ROOT_PATH, Kind.IMAGE);
        check.requireFolder(loaded, Attributes.STATIC_CONTENT_ROOT_PATH, Kind.STATIC_CONTENT);
        check.requireProfiles(loaded, catalog);
        check.requireLegiblePaths(loaded, loaded.contents().images(), Kind.IMAGE, catalog.get(Attributes.ROOT_PATH));
        check.requireLegiblePaths(
                loaded,
                loaded.contents().content(),
                Kind.STATIC_CONTENT,
                catalog.get(Attributes.STATIC_CONTENT_ROOT_PATH));
        return check.problems;
    }

    private void requireFolder(LoadedCatalog catalog, Attribute<String> attribute, Kind kind) {
        String folder = catalog.contents().attributes().get(attribute);
        if (!folder.isEmpty() && !files.hasFolder(kind, folder)) {
            String hint = Utf8Reading.of(folder)
                    .filter(reading -> files.hasFolder(kind, reading))
                    .map(Utf8Reading::hint)
                    .orElse("");
            report(catalog, attribute.name() + ": there is no folder '" + lastPart(folder) + "'" + hint);
        }
    }

    private void requireProfiles(LoadedCatalog loaded, Catalog catalog) {
        PROFILES.forEach((attribute, kind) -> {
            String name = loaded.contents().attributes().get(attribute);
            if (!name.isEmpty()) {
                SourceKey file = profile(name, catalog);
                String what = attribute.name() + ": ";
                if (isMissing(file)) {
                    report(
                            loaded,
                            what + "there is no color profile '" + lastPart(name)
                                    + "'; images that embed none are drawn without it");
                } else if (!ProfileHead.isFor(kind, file, files)) {
                    report(
                            loaded,
                            what + "'" + lastPart(name) + "' is no color profile for " + kind.strip() + " images");
                }
            }
        });
    }

    /** The file of a name in the profile map; any other name is the path of a file. */
    private static SourceKey profile(String name, Catalog catalog) {
        return catalog.profile(name)
                .map(profile -> SourceKey.profile(profile.rootPath(), profile.path(), true))
                .orElseGet(() -> SourceKey.profile(catalog.get(Attributes.ROOT_PATH), name, true));
    }

    private boolean isMissing(SourceKey key) {
        try {
            files.stamp(key);
            return false;
        } catch (ServeException e) {
            return e.failure() instanceof Failure.Missing;
        }
    }

    /** The first record of a catalog whose file is there only when the data file is read as UTF-8. */
    private void requireLegiblePaths(LoadedCatalog catalog, List<RecordTable> tables, Kind kind, String rootPath) {
        for (RecordTable table : tables) {
            for (RecordData record : table.misreadable()) {
                String path = String.valueOf(record.get(RecordFields.PATH));
                Optional<String> reading = Utf8Reading.of(path).filter(text -> isThere(kind, rootPath, text));
                if (reading.isPresent() && !isThere(kind, rootPath, path)) {
                    report(
                            catalog,
                            "record '" + record.id() + "', Path: there is no file '" + lastPart(path) + "'"
                                    + Utf8Reading.hint(lastPart(reading.get())));
                    return;
                }
            }
        }
    }

    private boolean isThere(Kind kind, String rootPath, String path) {
        try {
            files.stamp(new SourceKey(kind, rootPath, path, true));
            return true;
        } catch (ServeException e) {
            return false;
        }
    }

    private void report(LoadedCatalog catalog, String message) {
        problems.add(new CatalogProblem(
                catalog.rootId(), catalog.origin().name(), 0, message, State.PROBLEM, Instant.EPOCH));
    }

    private static String lastPart(String path) {
        return path.startsWith("/") ? path.substring(path.lastIndexOf('/') + 1) : path;
    }
}
