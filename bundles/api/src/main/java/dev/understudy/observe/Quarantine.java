package dev.understudy.observe;

import dev.understudy.failure.FailureKind;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sources that are known to be bad. They are not tried again, so that a damaged file costs its decoding once and not
 * with every request; each is forgotten as soon as the file or its catalog changes, or somebody releases it. Kept in memory
 * only, and bounded.
 */
@ProviderType
public interface Quarantine {

    /** What is in it, newest first. */
    List<QuarantinedSource> entries();

    /**
     * Has a source tried again with the next request.
     *
     * @param file as in {@link QuarantinedSource#file()}
     * @return whether it was in the quarantine
     */
    boolean release(String file);

    /**
     * Has all sources tried again.
     *
     * @return how many there were
     */
    int releaseAll();

    /**
     * A source that failed.
     *
     * @param file its name in the catalogs: root path and path
     * @param kind what is answered for it
     * @param message what was wrong with it
     * @param since when it failed first
     * @param asked how many requests have wanted it in that state, the first one included
     */
    record QuarantinedSource(String file, FailureKind kind, String message, Instant since, long asked) {}
}
