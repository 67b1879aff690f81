package dev.understudy.protocol.admission;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceKey;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an admitted request may use the objects that it names. Each name is checked as soon as it is read, wherever it stands
 * and whoever wrote it: variables of the request can be part of a name that a record's modifier gives.
 *
 * <p>Source: the reference's pages on ClientAddressFilter, RequestLock and AllowDirectAccess, which speak of the catalog in the
 * path; that other catalogs are guarded too is ours.
 */
public final class AccessPolicy {

    /** The policy for objects that a catalog's attributes name: the operator has let them be used. */
    public static final AccessPolicy UNRESTRICTED = new AccessPolicy(null, true, file -> false);

    private final @Nullable Admission admission;
    private final boolean readsFiles;
    private final Predicate<SourceKey> missing;

    private AccessPolicy(@Nullable Admission admission, boolean readsFiles, Predicate<SourceKey> missing) {
        this.admission = admission;
        this.readsFiles = readsFiles;
        this.missing = missing;
    }

    /**
     * The policy for a request that the catalog in its path has let in.
     *
     * @param missing whether a file is known not to be there
     */
    static AccessPolicy of(Admission admission, Predicate<SourceKey> missing) {
        return new AccessPolicy(admission, true, missing);
    }

    /** The policy for types that tell of records alone: a path without a record leads them nowhere. */
    public AccessPolicy ofRecords() {
        return new AccessPolicy(admission, false, missing);
    }

    /**
     * Requires that a name may begin with a catalog; checked before it is known whether the catalog has what follows.
     *
     * @throws ServeException {@code request.refused}
     */
    public void require(Catalog catalog) throws ServeException {
        if (admission != null) {
            admission.requireAt(catalog);
        }
    }

    /**
     * Requires that a record may be used. Records of the default catalog are there for every catalog.
     *
     * @param catalog that the record was named in
     * @throws ServeException {@code request.refused}
     */
    public void requireRecord(Catalog catalog) throws ServeException {
        if (!catalog.rootId().isEmpty()) {
            require(catalog);
        }
    }

    /**
     * Requires that a file may be used by its path.
     *
     * @param catalog whose file it is; those of the default catalog are its own
     * @param name as the request has it
     * @param file null when the name comes to no file
     * @throws ServeException {@code request.refused}; {@code object.unknown} for a file that may not be asked for by its path,
     *     when there is no such file
     */
    public void requireFile(Catalog catalog, DirectAccess.Kind kind, String name, @Nullable SourceKey file)
            throws ServeException {
        require(catalog);
        if (admission == null || !readsFiles) {
            return;
        }
        try {
            Admission.requireDirectAccess(catalog, kind);
        } catch (ServeException refused) {
            // An id that no record has looks like a path, but where nothing is, there is nothing to refuse.
            throw file != null && missing.test(file) ? new ServeException(new Failure.Missing(name, false)) : refused;
        }
    }
}
