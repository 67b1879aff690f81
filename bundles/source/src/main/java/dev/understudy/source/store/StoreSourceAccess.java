package dev.understudy.source.store;

import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.SourceRoots;
import dev.understudy.source.ObjectStoreFactory;
import dev.understudy.source.RootUrl;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.Stamp;
import dev.understudy.source.file.FileSource;
import dev.understudy.source.file.RequestPaths;
import dev.understudy.source.file.SourceSettingTable;
import dev.understudy.source.keep.FetchTable;
import dev.understudy.source.keep.FetchedFile;
import dev.understudy.source.keep.KeptFileLease;
import dev.understudy.source.keep.KeptFiles;
import dev.understudy.source.keep.LastingFolder;
import dev.understudy.source.keep.WaitingRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Files of roots that are stores. They are {@linkplain #fetch fetched} by whoever may wait for other servers; after that they are files on this
 * machine, which nothing waits for.
 */
public final class StoreSourceAccess implements SourceAccess, AutoCloseable {

    /** How long after it was fresh a file is taken to be as it was by a request that has fetched it. */
    private static final Duration OF_A_REQUEST = Duration.ofMinutes(1);

    private final StoreRoots roots;
    private final StoreSettings settings;
    private final InstantSource clock;
    private final StoreConnections connections;
    private final KeptFiles files;
    private final WaitingRequests waiting;
    private final EarlierFiles earlier;
    private final StoreFetcher fetcher;

    /**
     * Access to the files of some roots; asks no store yet.
     *
     * @param factories open the stores
     * @param folder for files that are kept; those in it are used once their stores have been asked about them
     */
    public StoreSourceAccess(
            StoreRoots roots,
            StoreSettings settings,
            Collection<ObjectStoreFactory> factories,
            Path folder,
            InstantSource clock) {
        this.roots = roots;
        this.settings = settings;
        this.clock = clock;
        connections = new StoreConnections(factories, settings, clock);
        LastingFolder kept = new LastingFolder(folder);
        files = new KeptFiles(kept, settings.maxKeptBytes());
        waiting = new WaitingRequests(settings.maxWaiting());
        earlier = new EarlierFiles(kept, files, settings, clock.instant());
        fetcher = new StoreFetcher(settings, kept, files, earlier, clock);
    }

    @Override
    public boolean isRemote(SourceKey key) {
        try {
            return !roots.of(key).isEmpty();
        } catch (ServeException e) {
            return false; // and its stamp says why
        }
    }

    /** The same, looking at some of the server's roots alone. */
    SourceAccess in(List<RootUrl> some) {
        return new SomeStores(this, some);
    }

    /**
     * Some of the roots.
     *
     * @param stores all of them
     * @param roots those that are searched
     */
    private record SomeStores(StoreSourceAccess stores, List<RootUrl> roots) implements SourceAccess {

        @Override
        public Stamp stamp(SourceKey key) throws ServeException {
            return stores.stamp(key, stores.places(key, roots));
        }

        @Override
        public Source open(SourceKey key) throws ServeException {
            return stores.open(key, stores.places(key, roots));
        }

        @Override
        public SourceLease fetch(Collection<SourceKey> keys, String tenant, Instant deadline) throws ServeException {
            return stores.fetch(keys, roots, tenant, deadline);
        }
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        return stamp(key, places(key, roots.of(key)));
    }

    private Stamp stamp(SourceKey key, List<StoredFile> places) throws ServeException {
        for (StoredFile file : places) {
            FetchedFile kept = files.find(file.id());
            Instant now = clock.instant();
            boolean used = files.isPinned(file.id());
            if (kept != null && (kept.isFresh(now) || used && kept.isFreshFor(OF_A_REQUEST, now))) {
                return kept.stamp(key);
            }
            requireMissing(key, fetcher.failure(file, used ? OF_A_REQUEST : FetchTable.REST));
        }
        throw StoreFailures.missing(key);
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        return open(key, places(key, roots.of(key)));
    }

    private Source open(SourceKey key, List<StoredFile> places) throws ServeException {
        for (StoredFile file : places) {
            FetchedFile kept = files.find(file.id());
            if (kept != null
                    && !earlier.isUnchecked(file.id())
                    && !clock.instant().isAfter(kept.usableUntil())) {
                return opened(key, file, kept);
            }
            requireMissing(key, fetcher.failure(file, OF_A_REQUEST));
        }
        throw StoreFailures.missing(key);
    }

    private Source opened(SourceKey key, StoredFile file, FetchedFile kept) throws ServeException {
        try {
            return kept.parts() == null
                    ? FileSource.open(kept.file(), kept.stamp(key))
                    : fetcher.open(new PartFetcher.PartedFile(key, file, kept));
        } catch (IOException e) {
            files.dropLost(file.id(), kept);
            throw StoreFailures.of(key, e);
        }
    }

    /** Goes on to the next place only when a file is known to be missing in this one. */
    private static void requireMissing(SourceKey key, @Nullable Throwable failure) throws ServeException {
        if (failure == null) {
            throw StoreFailures.notFetched(key);
        }
        if (!isMissing(failure)) {
            throw StoreFailures.of(key, failure);
        }
    }

    static boolean isMissing(@Nullable Throwable failure) {
        return failure instanceof NoObjectException absent && !absent.isForbidden();
    }

    /**
     * Has files be at hand. What is missing, or cannot be had, is no failure here: {@link #stamp} and {@link #open} say it of each file.
     *
     * @throws ServeException {@code server.overloaded} when too many are being fetched or waited for, {@code storage.unavailable} at
     *     the deadline
     */
    @Override
    public SourceLease fetch(Collection<SourceKey> keys, String tenant, Instant deadline) throws ServeException {
        return fetch(keys, null, tenant, deadline);
    }

    private SourceLease fetch(Collection<SourceKey> keys, @Nullable List<RootUrl> some, String tenant, Instant deadline)
            throws ServeException {
        List<WantedFile> wanted = new ArrayList<>();
        for (SourceKey key : keys) {
            List<StoredFile> places = placesOrNone(key, some);
            if (!places.isEmpty()) {
                wanted.add(new WantedFile(key, places));
            }
        }
        List<String> ids = wanted.stream()
                .flatMap(file -> file.places().stream())
                .map(StoredFile::id)
                .distinct()
                .toList();
        KeptFileLease lease = new KeptFileLease(files, ids);
        boolean atHand = false;
        try {
            new StoreFetches(fetcher, waiting, settings, this::isWanted, tenant, deadline, clock).run(wanted);
            atHand = true;
            return lease;
        } finally {
            if (!atHand) {
                lease.close();
            }
        }
    }

    /** Whether a file is to be fetched: it is not there, or its store is to be asked whether it is another by now. */
    private boolean isWanted(StoredFile file) {
        FetchedFile kept = files.find(file.id());
        if (kept != null && !Files.isRegularFile(kept.file())) {
            files.dropLost(file.id(), kept);
            kept = files.find(file.id());
        }
        return kept == null || !kept.isFresh(clock.instant());
    }

    private List<StoredFile> placesOrNone(SourceKey key, @Nullable List<RootUrl> some) {
        try {
            return places(key, some == null ? roots.of(key) : some);
        } catch (ServeException e) {
            return List.of(); // and its stamp says why
        }
    }

    private List<StoredFile> places(SourceKey key, List<RootUrl> searched) throws ServeException {
        if (!key.fromCatalog()) {
            RequestPaths.check(key.path());
        }
        List<StoredFile> places = new ArrayList<>();
        for (RootUrl root : searched) {
            places.add(new StoredFile(
                    connections.of(root), ObjectNames.of(root, key), key.kind() == SourceKey.Kind.IMAGE));
        }
        return places;
    }

    @Override
    public boolean hasFolder(SourceKey.Kind kind, String rootPath) {
        return isRemote(new SourceKey(kind, rootPath, "any", true));
    }

    /** Logs the roots, and asks each store in the background whether it answers, so that a wrong key shows before anybody waits for it. */
    public void announce(Logger log) {
        announce(log, "Images", roots.images());
        announce(log, "Static content", roots.staticContent());
    }

    private void announce(Logger log, String what, List<RootUrl> urls) {
        if (!urls.isEmpty()) {
            log.info("{}: {}", what, urls);
            urls.forEach(url -> fetcher.probe(connections.of(url), url.prefix()));
        }
    }

    /** Lets the stores go that no catalog names any more. */
    public void letGo(Catalogs catalogs) {
        if (!connections.isEmpty()) {
            connections.retain(roots.stores(catalogs));
        }
    }

    /** How many stores are in each state. */
    public Map<SourceRoots.StoreState, Integer> states() {
        return connections.states();
    }

    /** How the stores of the server's roots are. */
    public List<SourceRoots.StoreRoot> entries() {
        List<SourceRoots.StoreRoot> entries = new ArrayList<>();
        add(SourceSettingTable.IMAGES.name(), roots.images(), entries);
        add(SourceSettingTable.STATIC_CONTENT.name(), roots.staticContent(), entries);
        return entries;
    }

    private void add(String setting, List<RootUrl> urls, List<SourceRoots.StoreRoot> entries) {
        for (int i = 0; i < urls.size(); i++) {
            StoreConnection connection = connections.of(urls.get(i));
            entries.add(new SourceRoots.StoreRoot(
                    setting, i + 1, connection.state(), connection.requests(), connection.failures()));
        }
    }

    /** What is kept; null when no store has been used. */
    public SourceRoots.@Nullable KeptFigures figures() {
        return connections.isEmpty()
                ? null
                : new SourceRoots.KeptFigures(
                        files.count(),
                        files.bytes(),
                        settings.maxKeptBytes(),
                        fetcher.fetching(),
                        fetcher.counters().all(),
                        fetcher.counters().bytes(),
                        fetcher.counters().seconds());
    }

    /** Ends what is being fetched; what is kept is there for the next run, and files that are open can be read on. */
    @Override
    public void close() {
        fetcher.close();
        connections.close();
        files.close();
    }
}
