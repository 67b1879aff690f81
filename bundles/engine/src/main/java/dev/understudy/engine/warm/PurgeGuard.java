package dev.understudy.engine.warm;

import dev.understudy.source.SourceKey;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps nothing that was begun to be made of a source before that was purged. Safe for many threads, of which one makes. */
final class PurgeGuard {

    private @Nullable SourceKey making;
    private boolean purged;

    /** Notes that something is made of a source from now on, whoever has named it. */
    synchronized void begin(SourceKey source) {
        making = new SourceKey(source.kind(), source.rootPath(), source.path(), true);
        purged = false;
    }

    /** Notes that nothing is being made. */
    synchronized void end() {
        making = null;
    }

    /** Notes a purge; what is being kept at this moment is there when it returns, and can be thrown away. */
    synchronized void purge(Predicate<SourceKey> which) {
        purged |= making != null && which.test(making);
    }

    /** Keeps what has been made, unless its source has been purged meanwhile. */
    synchronized void keep(Runnable keeping) {
        if (!purged) {
            keeping.run();
        }
    }
}
