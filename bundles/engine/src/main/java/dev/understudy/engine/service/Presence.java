package dev.understudy.engine.service;

import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import java.util.List;

/**
 * Looks whether there is anything to draw before work is queued for it. Missing images are what is asked for most in vain; they
 * wait for nobody's turn and take nobody's.
 */
final class Presence {

    private final SourceAccess sources;

    Presence(SourceAccess sources) {
        this.sources = sources;
    }

    /**
     * Fails as the drawing would: that begins with the first file, and so does this; it looks no further.
     *
     * @throws ServeException as {@link SourceAccess#stamp}
     */
    void require(PlannedRequest request) throws ServeException {
        List<SourceKey> files = request.sources();
        if (!files.isEmpty()) {
            sources.stamp(files.get(0));
        }
    }
}
