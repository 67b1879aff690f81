package dev.understudy.http.health;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.CatalogStatus;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.Mounts;
import dev.understudy.http.lease.SlotState;
import dev.understudy.http.tls.TlsStatus;
import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.EngineLoad;
import dev.understudy.observe.ForeignImages;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.RecentFailures;
import dev.understudy.observe.Secondaries;
import dev.understudy.observe.SourceRoots;
import dev.understudy.observe.SourceWarming;
import dev.understudy.settings.SettingProblem;
import dev.understudy.settings.SettingsStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers the state of the server. */
public final class Health {

    /** The mount of the health report. */
    public static final String MOUNT = "/health";

    static final String DEFAULT_CATALOG = "default";

    private static final int NEWEST = 5;

    private final Supplier<Map<String, SlotState>> mounts;
    private final Supplier<@Nullable TlsStatus> tls;
    private final RecentFailures failures;
    private final AtomicReference<@Nullable CatalogService> catalogs = new AtomicReference<>();
    private final AtomicReference<@Nullable Quarantine> quarantine = new AtomicReference<>();
    private final AtomicReference<@Nullable Secondaries> secondaries = new AtomicReference<>();
    private final AtomicReference<@Nullable SourceWarming> warming = new AtomicReference<>();
    private final AtomicReference<@Nullable ForeignImages> foreign = new AtomicReference<>();
    private final AtomicReference<@Nullable CachedReplies> cache = new AtomicReference<>();
    private final AtomicReference<@Nullable CacheCluster> cluster = new AtomicReference<>();
    private final AtomicReference<@Nullable EngineLoad> load = new AtomicReference<>();
    private final AtomicReference<@Nullable SourceRoots> roots = new AtomicReference<>();
    private final Set<SettingsStatus> settings = new CopyOnWriteArraySet<>();
    private volatile boolean stopping;

    /**
     * Creates the health of a server without services.
     *
     * @param mounts all known mounts with their state
     * @param tls the state of HTTPS; null when none is wanted
     * @param failures the requests that failed lately
     */
    public Health(Supplier<Map<String, SlotState>> mounts, Supplier<@Nullable TlsStatus> tls, RecentFailures failures) {
        this.mounts = mounts;
        this.tls = tls;
        this.failures = failures;
    }

    /**
     * The state of the server.
     *
     * @param ready whether the server should be sent requests: it is not stopping, and serves images from catalogs, or will
     *     again before the requests that wait for that are given up
     * @param tenants each catalog
     * @param mounts each mount, and {@code serving}, {@code swapping} or {@code gone}
     * @param quarantine the sources known to be bad
     * @param failures the requests that failed lately, by kind, the latest first
     * @param ignored the commands that did nothing, by catalog, the latest first
     * @param secondaries the secondary servers, in order
     * @param tls the state of HTTPS; null when none is wanted
     * @param settings the lines of configurations that have no effect
     * @param storage the roots of sources; null when nothing is known of them
     * @param levels the sources that are kept smaller; null when nothing is known of them
     * @param foreign the foreign images that are kept; null when nothing is known of them
     * @param cache how full the response cache is; null when nothing is known of it
     * @param cluster the servers that share replies; null when nothing is known of them
     * @param load what is at work; null when nothing is known of it
     */
    record Report(
            boolean ready,
            List<TenantHealth> tenants,
            Map<String, String> mounts,
            Quarantined quarantine,
            List<FailureCounts> failures,
            List<RecentFailures.IgnoredCommand> ignored,
            List<Secondaries.SecondaryStatus> secondaries,
            @Nullable TlsStatus tls,
            List<SettingProblem> settings,
            @Nullable Storage storage,
            SourceWarming.@Nullable WarmingFigures levels,
            ForeignImages.@Nullable ForeignFigures foreign,
            CachedReplies.@Nullable CacheFigures cache,
            CacheCluster.@Nullable ClusterFigures cluster,
            EngineLoad.@Nullable LoadFigures load) {}

    /**
     * The roots of sources.
     *
     * @param roots the folders
     * @param stores the stores
     * @param kept the files of stores that are kept on this machine; null when no store is used
     */
    record Storage(
            List<SourceRoots.SourceRoot> roots,
            List<SourceRoots.StoreRoot> stores,
            SourceRoots.@Nullable KeptFigures kept) {}

    /**
     * The quarantine.
     *
     * @param count how many sources
     * @param newest the last part of the newest ones' names
     */
    record Quarantined(int count, List<String> newest) {}

    /**
     * Failures of one kind.
     *
     * @param count how many
     * @param last when the last one was
     * @param hours how many in each of the last hours, the present one last; empty when that is not known
     */
    record FailureCounts(FailureKind kind, long count, Instant last, List<Long> hours) {

        private FailureCounts and(FailureCounts earlier) {
            return new FailureCounts(kind, count + earlier.count, last, hours);
        }
    }

    /**
     * The state of a catalog.
     *
     * @param name its root id, {@code default} for the default catalog; the name of a file that is served as no catalog
     * @param state one of ok; problem: something in it was left out; stale: its last good state is served; failed: it was
     *     never good
     * @param problem the newest, with file and line; null for none
     */
    record TenantHealth(String name, String state, @Nullable String problem) {}

    /** Reports on these catalogs from now on. */
    public void catalogs(CatalogService service) {
        catalogs.set(service);
    }

    /** Reports on no catalogs from now on, unless others have replaced these. */
    public void unsetCatalogs(CatalogService service) {
        catalogs.compareAndSet(service, null);
    }

    /** Reports on this quarantine from now on. */
    public void quarantine(Quarantine service) {
        quarantine.set(service);
    }

    /** Reports on no quarantine from now on, unless another one has replaced this. */
    public void unsetQuarantine(Quarantine service) {
        quarantine.compareAndSet(service, null);
    }

    /** Reports on these secondary servers from now on. */
    public void secondaries(Secondaries service) {
        secondaries.set(service);
    }

    /** Reports on no secondary servers from now on, unless others have replaced these. */
    public void unsetSecondaries(Secondaries service) {
        secondaries.compareAndSet(service, null);
    }

    /** Reports on these root folders from now on. */
    public void roots(SourceRoots service) {
        roots.set(service);
    }

    /** Reports on no root folders from now on, unless others have replaced these. */
    public void unsetRoots(SourceRoots service) {
        roots.compareAndSet(service, null);
    }

    /** Reports on these sources that are kept smaller from now on. */
    public void warming(SourceWarming service) {
        warming.set(service);
    }

    /** Reports on no sources that are kept smaller from now on, unless others have replaced these. */
    public void unsetWarming(SourceWarming service) {
        warming.compareAndSet(service, null);
    }

    /** Reports on these foreign images from now on. */
    public void foreign(ForeignImages service) {
        foreign.set(service);
    }

    /** Reports on no foreign images from now on, unless others have replaced these. */
    public void unsetForeign(ForeignImages service) {
        foreign.compareAndSet(service, null);
    }

    /** Reports on this response cache from now on. */
    public void cache(CachedReplies service) {
        cache.set(service);
    }

    /** Reports on no response cache from now on, unless another one has replaced this. */
    public void unsetCache(CachedReplies service) {
        cache.compareAndSet(service, null);
    }

    /** Reports on these servers that share replies from now on. */
    public void cluster(CacheCluster service) {
        cluster.set(service);
    }

    /** Reports on no servers that share replies from now on, unless others have replaced these. */
    public void unsetCluster(CacheCluster service) {
        cluster.compareAndSet(service, null);
    }

    /** Reports on this load from now on. */
    public void load(EngineLoad service) {
        load.set(service);
    }

    /** Reports on no load from now on, unless another one has replaced this. */
    public void unsetLoad(EngineLoad service) {
        load.compareAndSet(service, null);
    }

    /** Shows the state of a bundle's settings from now on. */
    public void settings(SettingsStatus status) {
        settings.add(status);
    }

    /** Shows the state of a bundle's settings no longer. */
    public void unsetSettings(SettingsStatus status) {
        settings.remove(status);
    }

    /** Reports from now on that the server is not ready, because it stops. */
    public void stopping() {
        stopping = true;
    }

    Report report() {
        CatalogService service = catalogs.get();
        Map<String, SlotState> mountStates = mounts.get();
        Map<String, String> states = new LinkedHashMap<>();
        mountStates.forEach((mount, state) -> {
            if (!mount.equals(MOUNT) && state != SlotState.UNKNOWN) {
                states.put(mount, lower(state));
            }
        });
        SlotState images = mountStates.get(Mounts.IMAGE);
        boolean ready = !stopping && (images == SlotState.SWAPPING || images == SlotState.SERVING && service != null);
        List<TenantHealth> tenants = service == null ? List.of() : tenants(service);
        return new Report(
                ready,
                tenants,
                states,
                quarantined(),
                failures(),
                failures.ignored(),
                secondaries(),
                tls.get(),
                settings(),
                storage(),
                levels(),
                foreign(),
                cached(),
                clustered(),
                load());
    }

    private CacheCluster.@Nullable ClusterFigures clustered() {
        CacheCluster service = cluster.get();
        return service == null ? null : service.figures();
    }

    private @Nullable Storage storage() {
        SourceRoots service = roots.get();
        return service == null ? null : new Storage(service.entries(), service.stores(), service.kept());
    }

    private SourceWarming.@Nullable WarmingFigures levels() {
        SourceWarming service = warming.get();
        return service == null ? null : service.figures();
    }

    private ForeignImages.@Nullable ForeignFigures foreign() {
        ForeignImages service = foreign.get();
        return service == null ? null : service.figures();
    }

    private CachedReplies.@Nullable CacheFigures cached() {
        CachedReplies service = cache.get();
        return service == null ? null : service.figures();
    }

    private EngineLoad.@Nullable LoadFigures load() {
        EngineLoad service = load.get();
        return service == null ? null : service.load();
    }

    private Quarantined quarantined() {
        Quarantine service = quarantine.get();
        List<Quarantine.QuarantinedSource> entries = service == null ? List.of() : service.entries();
        return new Quarantined(
                entries.size(),
                entries.stream()
                        .limit(NEWEST)
                        .map(entry -> lastPart(entry.file()))
                        .toList());
    }

    private List<Secondaries.SecondaryStatus> secondaries() {
        Secondaries service = secondaries.get();
        return service == null ? List.of() : service.entries();
    }

    private List<SettingProblem> settings() {
        return settings.stream()
                .sorted(Comparator.comparing(SettingsStatus::configuration))
                .flatMap(status -> status.problems().stream())
                .toList();
    }

    private List<FailureCounts> failures() {
        Map<FailureKind, FailureCounts> byKind = new LinkedHashMap<>();
        Map<FailureKind, List<Long>> hours = failures.hours();
        failures.entries().stream()
                .map(entry -> new FailureCounts(
                        entry.kind(), entry.count(), entry.last(), hours.getOrDefault(entry.kind(), List.of())))
                .forEach(each -> byKind.merge(each.kind(), each, FailureCounts::and));
        return List.copyOf(byKind.values());
    }

    private static List<TenantHealth> tenants(CatalogService service) {
        return CatalogStatus.of(service).stream().map(Health::tenant).toList();
    }

    private static TenantHealth tenant(CatalogStatus status) {
        CatalogProblem problem = status.problem();
        return new TenantHealth(
                status.name().isEmpty() ? DEFAULT_CATALOG : status.name(),
                lower(status.state()),
                problem == null ? null : describe(problem));
    }

    private static String describe(CatalogProblem problem) {
        return lastPart(problem.file()) + (problem.line() > 0 ? ":" + problem.line() : "") + ": " + problem.message();
    }

    /** Returns a file's own name without its folders, which are not for the public. */
    private static String lastPart(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
