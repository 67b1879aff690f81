package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.load.CatalogLoader;
import dev.understudy.catalog.load.CatalogSource;
import dev.understudy.catalog.watch.TrackedCatalog.ScanResult;
import dev.understudy.source.SourceAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The catalogs as they stand. Each look at the files and configurations makes at most one new snapshot. A catalog that is broken
 * keeps its last good state; one that was broken from the first is served as far as it can be read.
 *
 * <p>Source: the reference's pages on updating image catalogs and on the image catalog service.
 */
public final class CatalogStore implements CatalogService {

    /** How many catalogs are told by name. */
    private static final int IN_SUMMARY = 50;

    /** How many catalogs are looked at each round, where there are many. */
    static final int IN_A_ROUND = 250;

    private final CatalogSettings settings;
    private final CatalogSources sources;
    private final Supplier<Optional<SourceAccess>> files;
    private final InstantSource clock;
    private final CatalogLoader loader;
    private final Map<String, TrackedCatalog> tracked = new LinkedHashMap<>();
    private final ProblemLog problems = new ProblemLog();
    private final ContentChecks contentChecks = new ContentChecks();
    private final RoundRobin turns = new RoundRobin(IN_A_ROUND);
    private final AtomicLong loads = new AtomicLong();
    private volatile PublishedCatalogs published = PublishedCatalogs.NOTHING;

    /**
     * Loads all catalogs.
     *
     * @param files finds what catalogs name; may come and go
     */
    public CatalogStore(
            CatalogSettings settings,
            ConfiguredTenants tenants,
            Supplier<Optional<SourceAccess>> files,
            InstantSource clock) {
        this.settings = settings;
        this.sources = new CatalogSources(settings.folder(), tenants);
        this.files = files;
        this.clock = clock;
        this.loader = new CatalogLoader(settings.base(), clock);
        CatalogSources.Scan scan = sources.scan(0);
        sources.forgetListing();
        look(scan, 0, Duration.ZERO);
        publish();
        report(scan);
    }

    @Override
    public Catalogs catalogs() {
        return published.catalogs();
    }

    @Override
    public List<CatalogProblem> problems() {
        return problems.list();
    }

    @Override
    public long loads() {
        return loads.get();
    }

    /**
     * Loads what has changed since the last time. Of many catalogs each round has some; what is new or has changed is looked at in any
     * case, as far as that can be known without looking at each.
     *
     * @param now milliseconds of a clock that never goes back
     * @return whether there are changes that have to rest first
     */
    public synchronized boolean refresh(long now) {
        CatalogSources.Scan scan = sources.scan(now);
        Set<ScanResult> looks = look(scan, now, settings.modificationWaitTime());
        if (looks.contains(ScanResult.CHANGED)) {
            publish();
        }
        report(scan);
        return looks.contains(ScanResult.UNSETTLED);
    }

    /** The folder and the catalogs, for people. */
    public String summary() {
        Catalogs present = catalogs();
        String tenants = present.all().stream()
                .limit(IN_SUMMARY)
                .map(catalog -> catalog.rootId() + " (" + catalog.imageIds().size() + " images)")
                .collect(Collectors.joining(", "));
        int more = present.all().size() - IN_SUMMARY;
        tenants += more > 0 ? " and " + more + " more" : "";
        String folder = settings.folder().map(Path::toString).orElse("no folder");
        return folder + ": " + (tenants.isEmpty() ? "the default catalog only" : tenants);
    }

    private Set<ScanResult> look(CatalogSources.Scan scan, long now, Duration wait) {
        Set<ScanResult> looks = EnumSet.noneOf(ScanResult.class);
        for (CatalogSource source : due(scan)) {
            looks.add(tracked.computeIfAbsent(source.name(), key -> new TrackedCatalog(source))
                    .scan(source, loader, now, wait));
        }
        for (Iterator<TrackedCatalog> all = tracked.values().iterator(); all.hasNext(); ) {
            TrackedCatalog catalog = all.next();
            if (scan.isGone(catalog.origin())) {
                ScanResult look = catalog.checkRemoved(now, wait);
                looks.add(look);
                if (look == ScanResult.CHANGED) {
                    all.remove();
                }
            }
        }
        return looks;
    }

    /** The sources whose turn it is, and those that cannot wait for it. */
    private Collection<CatalogSource> due(CatalogSources.Scan scan) {
        List<CatalogSource> turn = turns.next(scan.list());
        if (turn.size() == scan.list().size()) {
            return turn;
        }
        Set<CatalogSource> due = new LinkedHashSet<>(turn);
        for (CatalogSource source : scan.list()) {
            TrackedCatalog known = tracked.get(source.name());
            if (!scan.folderSame() || known == null || known.isDue(source)) {
                due.add(source);
            }
        }
        return due;
    }

    private void publish() {
        PublishedCatalogs next = PublishedCatalogs.of(
                tracked.values(), settings.allowDefaultCatalogRequests(), clock.instant(), published);
        next.logChanges(published);
        published = next;
        loads.incrementAndGet();
        loader.retain(tracked.values().stream()
                .flatMap(catalog -> catalog.files().stream())
                .collect(Collectors.toSet()));
    }

    /** Tells what is wrong now. While nobody can say which files there are, what was said of them last stays. */
    private void report(CatalogSources.Scan scan) {
        files.get().ifPresent(access -> contentChecks.check(published, access));
        List<CatalogProblem> timeless = new ArrayList<>(scan.problems());
        timeless.addAll(contentChecks.problems());
        problems.replace(published.problems(), timeless, clock.instant());
    }
}
