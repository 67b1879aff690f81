package dev.understudy.http.health;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.CatalogStatus;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.Mounts;
import dev.understudy.http.lease.SlotState;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.RecentFailures;
import dev.understudy.observe.Secondaries;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers how the server is. */
public final class Health {

    /** Where it can be asked for. */
    public static final String MOUNT = "/health";

    private static final String DEFAULT_CATALOG = "default";

    private static final int NEWEST = 5;

    private final Supplier<Map<String, SlotState>> mounts;
    private final RecentFailures failures;
    private final AtomicReference<@Nullable CatalogService> catalogs = new AtomicReference<>();
    private final AtomicReference<@Nullable Quarantine> quarantine = new AtomicReference<>();
    private final AtomicReference<@Nullable Secondaries> secondaries = new AtomicReference<>();
    private volatile boolean stopping;

    /**
     * @param mounts all known mounts with their state
     * @param failures the requests that failed lately
     */
    public Health(Supplier<Map<String, SlotState>> mounts, RecentFailures failures) {
        this.mounts = mounts;
        this.failures = failures;
    }

    /**
     * How the server is.
     *
     * @param ready whether it should be sent requests: it is not stopping, and has catalogs and serves images, or will again in
     *     a moment, for which requests wait
     * @param tenants each catalog
     * @param mounts each mount, and {@code serving}, {@code swapping} or {@code gone}
     * @param quarantine the sources known to be bad
     * @param failures the requests that failed lately, by kind, the latest first
     * @param secondaries the secondary servers, in order
     */
    record Report(
            boolean ready,
            List<TenantHealth> tenants,
            Map<String, String> mounts,
            Quarantined quarantine,
            List<FailureCounts> failures,
            List<Secondaries.SecondaryStatus> secondaries) {}

    /**
     * What is in quarantine.
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
     */
    record FailureCounts(FailureKind kind, long count, Instant last) {

        private FailureCounts and(FailureCounts earlier) {
            return new FailureCounts(kind, count + earlier.count, last);
        }
    }

    /**
     * How a catalog is.
     *
     * @param name its root id, {@code default} for the default catalog
     * @param state one of ok; problem: something in it was left out; stale: its last good state is served; failed: it could
     *     not be loaded at all
     * @param problem the newest, with file and line; null for none
     */
    record TenantHealth(String name, String state, @Nullable String problem) {}

    /** These are the catalogs now. */
    public void catalogs(CatalogService service) {
        catalogs.set(service);
    }

    /** These are no longer the catalogs, unless others have come already. */
    public void unsetCatalogs(CatalogService service) {
        catalogs.compareAndSet(service, null);
    }

    /** This is the quarantine now. */
    public void quarantine(Quarantine service) {
        quarantine.set(service);
    }

    /** This is no longer the quarantine, unless another one has come already. */
    public void noQuarantine(Quarantine service) {
        quarantine.compareAndSet(service, null);
    }

    /** These are the secondary servers now. */
    public void secondaries(Secondaries service) {
        secondaries.set(service);
    }

    /** These are no longer the secondary servers, unless others have come already. */
    public void noSecondaries(Secondaries service) {
        secondaries.compareAndSet(service, null);
    }

    /** The server is about to stop. */
    public void stopping() {
        stopping = true;
    }

    Report report() {
        CatalogService service = catalogs.get();
        Map<String, SlotState> phases = mounts.get();
        Map<String, String> states = new LinkedHashMap<>();
        phases.forEach((mount, phase) -> {
            if (!mount.equals(MOUNT) && phase != SlotState.UNKNOWN) {
                states.put(mount, lower(phase));
            }
        });
        SlotState images = phases.get(Mounts.IMAGE);
        boolean ready = !stopping && (images == SlotState.SWAPPING || images == SlotState.SERVING && service != null);
        List<TenantHealth> tenants = service == null ? List.of() : tenants(service);
        return new Report(ready, tenants, states, quarantined(), failures(), secondaries());
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

    private List<FailureCounts> failures() {
        Map<FailureKind, FailureCounts> byKind = new LinkedHashMap<>();
        failures.entries().stream()
                .map(entry -> new FailureCounts(entry.kind(), entry.count(), entry.last()))
                .forEach(each -> byKind.merge(each.kind(), each, FailureCounts::and));
        return List.copyOf(byKind.values());
    }

    private static List<TenantHealth> tenants(CatalogService service) {
        return CatalogStatus.of(service).stream().map(Health::tenant).toList();
    }

    private static TenantHealth tenant(CatalogStatus status) {
        CatalogProblem problem = status.problem();
        return new TenantHealth(
                status.rootId().isEmpty() ? DEFAULT_CATALOG : status.rootId(),
                lower(status.state()),
                problem == null ? null : describe(problem));
    }

    private static String describe(CatalogProblem problem) {
        return lastPart(problem.file()) + (problem.line() > 0 ? ":" + problem.line() : "") + ": " + problem.message();
    }

    /** Everybody may ask for the health, so only the file's own name is told. */
    private static String lastPart(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
