package dev.understudy.engine.service;

import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import java.util.Optional;

/** Finds out which files are not there. */
final class SourceExistence {

    private final SourceAccess sources;

    SourceExistence(SourceAccess sources) {
        this.sources = sources;
    }

    /** The first file of the plan that is missing and is not the default image's own. */
    Optional<SourceKey> in(PlannedRequest request) {
        return request.sources().stream()
                .filter(key -> !request.standInTried(key))
                .filter(this::isMissing)
                .findFirst();
    }

    /** Whether a file is known not to be there. */
    boolean isMissing(SourceKey key) {
        try {
            sources.stamp(key);
            return false;
        } catch (ServeException e) {
            return e.failure().kind().allows(FailureKind.StandIn.DEFAULT_IMAGE);
        }
    }
}
