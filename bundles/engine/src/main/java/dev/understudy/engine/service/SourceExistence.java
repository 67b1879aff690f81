package dev.understudy.engine.service;

import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import java.util.List;
import java.util.Optional;

/** Looks whether files are there, without opening them. */
final class SourceExistence {

    private final SourceAccess sources;

    SourceExistence(SourceAccess sources) {
        this.sources = sources;
    }

    /**
     * Requires the file that is drawn first, and fails as the drawing would; what may not be on this machine is looked for once it has been fetched. Missing images are requested more often than any
     * other failure happens; asking here keeps them out of the queue for work.
     *
     * @throws ServeException as {@link SourceAccess#stamp}
     */
    void requireFirst(PlannedRequest request) throws ServeException {
        List<SourceKey> files = request.sources();
        if (!files.isEmpty() && !sources.isRemote(files.get(0))) {
            sources.stamp(files.get(0));
        }
    }

    /**
     * The same for a file that has been fetched from a store.
     *
     * @throws ServeException as {@link SourceAccess#stamp}
     */
    void requireFetched(PlannedRequest request) throws ServeException {
        List<SourceKey> files = request.sources();
        if (!files.isEmpty() && !files.get(0).isForeign() && sources.isRemote(files.get(0))) {
            sources.stamp(files.get(0));
        }
    }

    /** The first file of the plan that is missing and for which a default image can stand in. */
    Optional<SourceKey> firstMissing(PlannedRequest request) {
        return request.sources().stream()
                .filter(key -> request.defaultImage(key).isPresent())
                .filter(this::isMissing)
                .findFirst();
    }

    /** Whether a file is known not to be there. */
    boolean isMissing(SourceKey key) {
        try {
            sources.stamp(key);
            return false;
        } catch (ServeException e) {
            return e.failure().kind().allows(FailureKind.AllowedStandIn.DEFAULT_IMAGE);
        }
    }
}
