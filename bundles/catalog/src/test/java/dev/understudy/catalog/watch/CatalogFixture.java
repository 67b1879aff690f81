package dev.understudy.catalog.watch;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.load.TenantConfiguration;
import dev.understudy.source.SourceAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A catalog folder, configurations and a clock to play with. Nothing waits: time goes on when it is told to. */
final class CatalogFixture {

    static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final long WAIT = 300;

    private final Path folder;
    private final Map<String, TenantConfiguration> configurations = new LinkedHashMap<>();
    private @Nullable SourceAccess files;
    private long now = 1_000_000;
    private int writes;

    CatalogFixture(Path folder) {
        this.folder = folder;
    }

    /** The files that catalogs name. */
    CatalogFixture files(SourceAccess access) {
        files = access;
        return this;
    }

    CatalogStore open() {
        return open(true);
    }

    CatalogStore open(boolean allowDefaultCatalogRequests) {
        return new CatalogStore(
                new CatalogSettings(
                        Optional.of(folder),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(WAIT),
                        allowDefaultCatalogRequests),
                () -> List.copyOf(configurations.values()),
                () -> Optional.ofNullable(files),
                () -> NOW);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Writes a file, later than all before. */
    CatalogFixture write(String name, String... lines) {
        return write(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    CatalogFixture write(String name, byte[] bytes) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.write(path(name), bytes);
            Files.setLastModifiedTime(path(name), FileTime.from(timeOfWrite(++writes)));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** When the n-th write was. */
    static Instant timeOfWrite(int n) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(n);
    }

    void delete(String name) {
        try {
            Files.delete(path(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Adds or changes a configuration. */
    CatalogFixture configure(String pid, String... namesAndValues) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        configurations.put(pid, new TenantConfiguration(pid, attributes, NOW));
        return this;
    }

    void unconfigure(String pid) {
        configurations.remove(pid);
    }

    /** Looks, and looks again when changes have rested. */
    void settle(CatalogStore store) {
        if (store.refresh(now)) {
            now += WAIT;
            store.refresh(now);
        }
        now += 1000;
    }

    /** Looks once; true when something has to rest. */
    boolean glance(CatalogStore store, long millisLater) {
        now += millisLater;
        return store.refresh(now);
    }

    static Catalog catalog(CatalogStore store, String rootId) {
        return store.catalogs().catalog(rootId).orElseThrow();
    }

    /** The problems without folder and time: {@code file:line: message}. */
    List<String> problems(CatalogStore store) {
        return store.problems().stream()
                .map(CatalogProblem::toString)
                .map(text -> text.replace(folder + "/", ""))
                .toList();
    }
}
