package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogStatus;
import dev.understudy.catalog.load.CatalogLoader;
import dev.understudy.catalog.load.CatalogSource;
import dev.understudy.catalog.load.CatalogVersion;
import dev.understudy.catalog.load.LoadedCatalog;
import dev.understudy.catalog.load.TenantConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states of one catalog: as it was found last, the last good one, and the one that is served. */
final class TrackedCatalog {

    private static final Object GONE = new Object();

    /** The result of a scan. */
    enum ScanResult {
        SAME,
        /** There is a change that has not rested long enough. */
        UNSETTLED,
        CHANGED
    }

    private CatalogSource origin;
    private @Nullable LoadedCatalog found;
    private @Nullable LoadedCatalog good;
    private @Nullable LoadedCatalog served;
    private @Nullable Object resting;
    private long restingSince;

    TrackedCatalog(CatalogSource origin) {
        this.origin = origin;
    }

    /**
     * Loads the catalog when anything that it is made of has changed and the change has rested.
     *
     * @param present where its attributes come from now
     * @param now milliseconds of a clock that never goes back
     */
    ScanResult scan(CatalogSource present, CatalogLoader loader, long now, Duration wait) {
        CatalogVersion version = CatalogVersion.of(present, files());
        if (found != null && version.equals(found.version())) {
            resting = null;
            return ScanResult.SAME;
        }
        if (!hasRested(version, now, wait)) {
            return ScanResult.UNSETTLED;
        }
        if (found == null || !version.origin().equals(found.version().origin())) {
            origin = present;
        }
        LoadedCatalog loadedCatalog = loader.load(origin);
        found = loadedCatalog;
        if (!loadedCatalog.isFlawed() || good == null || good.isFlawed()) {
            good = loadedCatalog;
        }
        return ScanResult.CHANGED;
    }

    /** Whether it should be looked at now: a change has to rest, or its configuration is another one. */
    boolean isDue(CatalogSource present) {
        return resting != null
                || found == null
                || present.isDefault()
                || present.getClass() != origin.getClass()
                || (present instanceof TenantConfiguration
                        && !present.version().equals(found.version().origin()));
    }

    /** Looks at a catalog whose origin is no more. */
    ScanResult checkRemoved(long now, Duration wait) {
        return hasRested(GONE, now, wait) ? ScanResult.CHANGED : ScanResult.UNSETTLED;
    }

    private boolean hasRested(Object state, long now, Duration wait) {
        if (!state.equals(resting)) {
            resting = state;
            restingSince = now;
        }
        return now - restingSince >= wait.toMillis();
    }

    CatalogSource origin() {
        return origin;
    }

    /** The data files that it is made of. */
    Set<Path> files() {
        return found == null ? Set.of() : found.version().files().keySet();
    }

    /** The name that it is listed under: its root id, empty for the default catalog; its file's own name when it is not served. */
    String name() {
        return served == null ? origin.shortName() : served.rootId();
    }

    /** The problems of the catalog as it was found last. */
    List<CatalogProblem> problems() {
        return found == null
                ? List.of()
                : found.problems().stream()
                        .map(problem -> problem.of(name(), stateWithoutWhatWasFound()))
                        .toList();
    }

    /** The state of a catalog of which the last load cannot be served. */
    CatalogStatus.State stateWithoutWhatWasFound() {
        return served == null || served.isFlawed() ? CatalogStatus.State.FAILED : CatalogStatus.State.STALE;
    }

    /** The state that should be served, if there is one. */
    Optional<LoadedCatalog> good() {
        return Optional.ofNullable(good).filter(LoadedCatalog::isUsable);
    }

    /** The state that is served, if there is one. */
    Optional<LoadedCatalog> served() {
        return Optional.ofNullable(served);
    }

    void serve(@Nullable LoadedCatalog loadedCatalog) {
        served = loadedCatalog;
    }
}
