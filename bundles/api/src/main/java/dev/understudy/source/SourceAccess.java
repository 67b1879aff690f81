package dev.understudy.source;

import dev.understudy.failure.ServeException;
import org.osgi.annotation.versioning.ConsumerType;

/** Opens the files that catalogs and requests name, and only those under the configured roots. */
@ConsumerType
public interface SourceAccess {

    /**
     * The present state of a file, without reading it.
     *
     * @throws ServeException {@code source.missing}, {@code object.unknown} or {@code static.missing} when it is not there (by kind and
     *     {@link SourceKey#fromCatalog()}), {@code source.unreadable} when it may not be read, or is a link that leads elsewhere,
     *     {@code storage.unavailable} when a catalog has it and a root that was there is gone, {@code request.malformed} when a
     *     request's path tries to leave the roots
     */
    Stamp stamp(SourceKey key) throws ServeException;

    /**
     * Opens a file for reading.
     *
     * @throws ServeException as {@link #stamp}
     */
    Source open(SourceKey key) throws ServeException;

    /**
     * Whether the folder that a catalog names as its root path is there. One that cannot tell says yes.
     *
     * @param kind what the folder is for
     */
    default boolean hasFolder(SourceKey.Kind kind, String rootPath) {
        return true;
    }
}
