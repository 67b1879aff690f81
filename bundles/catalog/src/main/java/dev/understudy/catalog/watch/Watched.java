package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.load.CatalogLoader;
import dev.understudy.catalog.load.Draft;
import dev.understudy.catalog.load.Origin;
import dev.understudy.catalog.load.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one catalog: as it was found last, its last good state, and what is served of it. */
final class Watched {

    private static final Object GONE = new Object();

    /** What a look came to. */
    enum Look {
        SAME,
        /** There is a change that has not rested long enough. */
        UNSETTLED,
        CHANGED
    }

    private Origin origin;
    private @Nullable Draft found;
    private @Nullable Draft good;
    private @Nullable Draft served;
    private @Nullable Object resting;
    private long restingSince;

    Watched(Origin origin) {
        this.origin = origin;
    }

    /**
     * Loads the catalog when anything that it is made of has changed and the change has rested.
     *
     * @param present where its attributes come from now
     * @param now milliseconds of a clock that never goes back
     */
    Look look(Origin present, CatalogLoader loader, long now, Duration wait) {
        Version version = Version.of(present, files());
        if (found != null && version.equals(found.version())) {
            resting = null;
            return Look.SAME;
        }
        if (!hasRested(version, now, wait)) {
            return Look.UNSETTLED;
        }
        if (found == null || !version.origin().equals(found.version().origin())) {
            origin = present;
        }
        Draft draft = loader.load(origin);
        found = draft;
        if (!draft.isFlawed() || good == null || good.isFlawed()) {
            good = draft;
        }
        return Look.CHANGED;
    }

    /** Looks at a catalog whose origin is no more. */
    Look lookAtGone(long now, Duration wait) {
        return hasRested(GONE, now, wait) ? Look.CHANGED : Look.UNSETTLED;
    }

    private boolean hasRested(Object state, long now, Duration wait) {
        if (!state.equals(resting)) {
            resting = state;
            restingSince = now;
        }
        return now - restingSince >= wait.toMillis();
    }

    Origin origin() {
        return origin;
    }

    /** The data files that it is made of. */
    Set<Path> files() {
        return found == null ? Set.of() : found.version().files().keySet();
    }

    /** What is wrong with it as it was found last. */
    List<CatalogProblem> problems() {
        return found == null ? List.of() : found.problems();
    }

    /** The state that should be served, if there is one. */
    Optional<Draft> good() {
        return Optional.ofNullable(good).filter(Draft::isUsable);
    }

    /** The state that is served, if there is one. */
    Optional<Draft> served() {
        return Optional.ofNullable(served);
    }

    void serve(@Nullable Draft draft) {
        served = draft;
    }
}
