package dev.understudy.source.store;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.RootUrl;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.file.FileSourceAccess;
import dev.understudy.source.file.RootFolders;
import dev.understudy.source.file.RootList;
import dev.understudy.source.file.RootList.RootGroup;
import dev.understudy.source.file.RootWatch;
import dev.understudy.source.web.SetClock;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Files under two stores and a folder. */
final class StoreFixture implements AutoCloseable {

    static final Duration FRESH = Duration.ofSeconds(60);
    static final Duration STALE = Duration.ofHours(1);

    static final RootUrl FIRST = RootUrl.of("test://first/shop?region=a");
    static final RootUrl SECOND = RootUrl.of("test://second");

    final ScriptedStore store;
    final SetClock clock = new SetClock();
    final Path folder;
    final StoreSourceAccess stores;
    final RootedSourceAccess access;
    private final FileSourceAccess folders;
    final Path kept;

    StoreFixture(Path temp) throws IOException {
        this(temp, settings(true, 8));
    }

    /**
     * The same.
     *
     * @param temp has a folder of files, and what is kept
     */
    StoreFixture(Path temp, StoreSettings settings) throws IOException {
        this(temp, settings, new ScriptedStore());
    }

    /** The same, on a store that others use, too. */
    StoreFixture(Path temp, StoreSettings settings, ScriptedStore store) throws IOException {
        this.store = store;
        folder = Files.createDirectories(temp.resolve("folder"));
        kept = temp.resolve("kept");
        StoreRoots roots = new StoreRoots(List.of(FIRST, SECOND), List.of(RootUrl.of("test://static")));
        stores = new StoreSourceAccess(roots, settings, List.of(store), kept, clock);
        RootFolders all = new RootFolders(List.of(folder), List.of(), false);
        folders = new FileSourceAccess(all, new RootWatch(all), TestCatalogs::new);
        access = searched(new RootGroup(List.of(folder), List.of()), new RootGroup(List.of(), List.of(FIRST, SECOND)));
    }

    /** The same files, searched for in another order. */
    RootedSourceAccess searched(RootGroup... images) {
        RootList contents = new RootList(List.of(new RootGroup(List.of(), List.of(RootUrl.of("test://static")))));
        return new RootedSourceAccess(folders, stores, new RootOrder(new RootList(List.of(images)), contents));
    }

    static StoreSettings settings(boolean forbiddenIsMissing, int maxRequests) {
        return new StoreSettings(
                FRESH, STALE, Duration.ofSeconds(2), 1000, 2000, maxRequests, 64, 0, forbiddenIsMissing);
    }

    static SourceKey image(String path) {
        return new SourceKey(SourceKey.Kind.IMAGE, "", path, true);
    }

    void put(String name, String content) {
        store.objects.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    SourceLease lease(SourceKey... keys) throws ServeException {
        return leaseFor("catalog", keys);
    }

    SourceLease leaseFor(String catalog, SourceKey... keys) throws ServeException {
        return access.fetch(List.of(keys), catalog, clock.instant().plusSeconds(20));
    }

    /** What is read after it has been fetched. */
    String read(SourceKey key) throws ServeException, IOException {
        return read(access, key);
    }

    /** The same, in another order. */
    String read(RootedSourceAccess access, SourceKey key) throws ServeException, IOException {
        try (SourceLease lease =
                        access.fetch(List.of(key), "catalog", clock.instant().plusSeconds(20));
                Source source = access.open(key)) {
            if (!source.stamp().equals(access.stamp(key))) {
                throw new AssertionError("another stamp than that of what is open");
            }
            return new String(Channels.newInputStream(source.channel()).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is wrong when a file is fetched and opened. */
    Failure failure(SourceKey key) throws IOException {
        try {
            throw new AssertionError("there is " + read(key));
        } catch (ServeException e) {
            return e.failure();
        }
    }

    /** How many files there are on disk. */
    long files() throws IOException {
        if (!Files.exists(kept)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(kept)) {
            return all.filter(file -> file.getFileName().toString().matches("understudy-file-\\d+"))
                    .count();
        }
    }

    @Override
    public void close() {
        stores.close();
    }
}
