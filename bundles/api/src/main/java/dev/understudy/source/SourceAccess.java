package dev.understudy.source;

import dev.understudy.failure.ServeException;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** Opens the files that catalogs and requests name, and only those under the configured roots; and images of foreign servers. */
@ConsumerType
public interface SourceAccess {

    /**
     * The present state of a file, without reading it.
     *
     * @throws ServeException {@code source.missing}, {@code object.unknown} or {@code static.missing} when it is not there (by kind and
     *     {@link SourceKey#fromCatalog()}), {@code source.unreadable} when it may not be read, or is a link that leads elsewhere,
     *     {@code storage.unavailable} when a catalog has it and a root that was there is gone, or its store does not answer, {@code request.malformed} when a
     *     request's path tries to leave the roots, {@code foreign.failed} when a foreign image has not been {@linkplain #fetch fetched}
     *     lately
     */
    Stamp stamp(SourceKey key) throws ServeException;

    /**
     * Opens a file for reading.
     *
     * @throws ServeException as {@link #stamp}
     */
    Source open(SourceKey key) throws ServeException;

    /**
     * Whether a source may not be on this machine, so that it is to be {@linkplain #fetch fetched} before {@link #stamp} and
     * {@link #open} know it. Looks at nothing outside the memory.
     */
    default boolean isRemote(SourceKey key) {
        return key.isForeign();
    }

    /**
     * Has sources be at hand that are not on this machine, and be as they are now, so that {@link #stamp} knows them and
     * {@link #open} need not wait. May take as long as other servers do, hence is not for threads that draw. One that has
     * all its sources at hand does nothing.
     *
     * @param keys those of which {@link #isRemote} says so; others are left alone
     * @param tenant the catalog that they are fetched for; catalogs share what there is
     * @param deadline when whoever asks waits no longer
     * @return keeps them at hand until it is closed
     * @throws ServeException {@code foreign.failed} when a foreign image cannot be had, {@code server.overloaded} when too many are being
     *     fetched, or too many wait for them, {@code storage.unavailable} when a store has not sent a file by the deadline. Of a file that a
     *     store does not have, or cannot give now, {@link #stamp} and {@link #open} say so
     */
    default SourceLease fetch(Collection<SourceKey> keys, String tenant, Instant deadline) throws ServeException {
        return SourceLease.NONE;
    }

    /**
     * The lifetime that a source has of its own, which nothing outlives that is made of it. Looks at nothing outside the memory.
     *
     * @return null for one that has none, such as a file
     */
    default @Nullable SourceLifetime lifetime(SourceKey key) {
        return null;
    }

    /**
     * Whether the folder that a catalog names as its root path is there. One that cannot tell says yes.
     *
     * @param kind what the folder is for
     */
    default boolean hasFolder(SourceKey.Kind kind, String rootPath) {
        return true;
    }
}
