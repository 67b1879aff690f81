package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.load.AttributeFile;
import dev.understudy.catalog.load.CatalogLoader;
import dev.understudy.catalog.load.CatalogSource;
import dev.understudy.catalog.load.TenantConfiguration;
import dev.understudy.catalog.watch.TrackedCatalog.ScanResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The catalogs as they stand. Each look at the files and configurations makes at most one new snapshot. A catalog that is broken
 * keeps its last good state; one that was broken from the first is served as far as it can be read.
 *
 * <p>Source: the reference's pages on updating image catalogs and on the image catalog service.
 */
public final class CatalogStore implements CatalogService {

    private final CatalogSettings settings;
    private final Supplier<List<TenantConfiguration>> configurations;
    private final InstantSource clock;
    private final CatalogLoader loader;
    private final Map<String, TrackedCatalog> tracked = new LinkedHashMap<>();
    private final ProblemLog problems = new ProblemLog();
    private Optional<CatalogProblem> folderProblem = Optional.empty();
    private volatile PublishedCatalogs published;

    /** Loads all catalogs. */
    public CatalogStore(
            CatalogSettings settings, Supplier<List<TenantConfiguration>> configurations, InstantSource clock) {
        this.settings = settings;
        this.configurations = configurations;
        this.clock = clock;
        this.loader = new CatalogLoader(settings.base(), clock);
        this.published = PublishedCatalogs.NOTHING;
        look(0, Duration.ZERO);
        publish();
    }

    @Override
    public Catalogs catalogs() {
        return published.catalogs();
    }

    @Override
    public List<CatalogProblem> problems() {
        return problems.list();
    }

    /**
     * Loads what has changed since the last time.
     *
     * @param now milliseconds of a clock that never goes back
     * @return whether there are changes that have to rest first
     */
    public synchronized boolean refresh(long now) {
        Set<ScanResult> looks = look(now, settings.modificationWaitTime());
        if (looks.contains(ScanResult.CHANGED)) {
            publish();
        }
        return looks.contains(ScanResult.UNSETTLED);
    }

    /** The folder and the catalogs, for people. */
    public String summary() {
        Catalogs present = catalogs();
        String tenants = present.all().stream()
                .map(catalog -> catalog.rootId() + " (" + catalog.imageIds().size() + " images)")
                .collect(Collectors.joining(", "));
        String folder = settings.folder().map(Path::toString).orElse("no folder");
        return folder + ": " + (tenants.isEmpty() ? "the default catalog only" : tenants);
    }

    private Set<ScanResult> look(long now, Duration wait) {
        Set<ScanResult> looks = EnumSet.noneOf(ScanResult.class);
        Optional<CatalogProblem> problemBefore = folderProblem;
        Map<String, CatalogSource> origins = origins();
        if (folderProblem.isPresent() != problemBefore.isPresent()) {
            looks.add(ScanResult.CHANGED);
        }
        origins.forEach((name, origin) -> looks.add(
                tracked.computeIfAbsent(name, key -> new TrackedCatalog(origin)).scan(origin, loader, now, wait)));
        for (Iterator<TrackedCatalog> all = tracked.values().iterator(); all.hasNext(); ) {
            TrackedCatalog catalog = all.next();
            if (!origins.containsKey(catalog.origin().name()) && isFolderTrusted(catalog)) {
                ScanResult look = catalog.checkRemoved(now, wait);
                looks.add(look);
                if (look == ScanResult.CHANGED) {
                    all.remove();
                }
            }
        }
        return looks;
    }

    /** A folder that cannot be read says nothing about the files in it. */
    private boolean isFolderTrusted(TrackedCatalog catalog) {
        return folderProblem.isEmpty() || catalog.origin() instanceof TenantConfiguration;
    }

    private Map<String, CatalogSource> origins() {
        Map<String, CatalogSource> origins = new LinkedHashMap<>();
        folderProblem = Optional.empty();
        if (settings.folder().isPresent()) {
            CatalogFolder folder = new CatalogFolder(settings.folder().get());
            try {
                for (AttributeFile file : folder.files()) {
                    origins.put(file.name(), file);
                }
            } catch (IOException e) {
                folderProblem = Optional.of(folder.problem(e, clock.instant()));
            }
        }
        for (TenantConfiguration configuration : configurations.get()) {
            origins.put(configuration.name(), configuration);
        }
        return origins;
    }

    private void publish() {
        PublishedCatalogs next =
                PublishedCatalogs.of(tracked.values(), settings.allowDefaultCatalogRequests(), clock.instant());
        next.logChanges(published);
        published = next;
        List<CatalogProblem> all = new ArrayList<>(next.problems());
        folderProblem.ifPresent(all::add);
        problems.replace(all);
        loader.retain(tracked.values().stream()
                .flatMap(catalog -> catalog.files().stream())
                .collect(Collectors.toSet()));
    }
}
