package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Admission;
import dev.understudy.source.SourceKey;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request may use what it names. Each name is asked about as soon as it is read, wherever it stands, and whoever
 * wrote it: variables of the request can be part of a name that a record's modifier gives.
 *
 * <p>Source: the reference's pages on ClientAddressFilter, RequestLock and AllowDirectAccess, which speak of the catalog in the
 * path; that other catalogs are guarded too is ours.
 */
public final class Guard {

    /** For objects that a catalog's attributes name: their operator has let them be used. */
    public static final Guard NONE = new Guard(null, true, file -> false);

    private final @Nullable Admission admission;
    private final boolean readsFiles;
    private final Predicate<SourceKey> missing;

    private Guard(@Nullable Admission admission, boolean readsFiles, Predicate<SourceKey> missing) {
        this.admission = admission;
        this.readsFiles = readsFiles;
        this.missing = missing;
    }

    /**
     * The guard of a request that the catalog in its path has let in.
     *
     * @param missing whether a file is known not to be there
     */
    static Guard of(Admission admission, Predicate<SourceKey> missing) {
        return new Guard(admission, true, missing);
    }

    /** For types that tell of records alone: a path without a record leads them nowhere. */
    public Guard ofRecords() {
        return new Guard(admission, false, missing);
    }

    /**
     * Whether a name may begin with a catalog; asked before it is known whether the catalog has what follows.
     *
     * @throws ServeException {@code request.refused}
     */
    void require(Catalog catalog) throws ServeException {
        if (admission != null) {
            admission.requireAt(catalog);
        }
    }

    /**
     * Whether an object may be used. Records of the default catalog are there for every catalog; its files are its own.
     *
     * @throws ServeException {@code request.refused}; {@code object.unknown} for a file that may not be asked for by its path,
     *     when there is no such file
     */
    void require(ResolvedObject object) throws ServeException {
        if (admission == null || object.isEmpty()) {
            return;
        }
        Catalog catalog = object.catalog();
        boolean file = object.record() == null;
        if (file || !catalog.rootId().isEmpty()) {
            require(catalog);
        }
        if (file && readsFiles) {
            requireDirectAccess(object);
        }
    }

    /** An id that no record has looks like a path, but where nothing is, there is nothing to refuse. */
    private void requireDirectAccess(ResolvedObject object) throws ServeException {
        try {
            Admission.requireDirectAccess(object.catalog(), kind(object.path()));
        } catch (ServeException refused) {
            SourceKey file = object.source();
            throw file != null && missing.test(file)
                    ? new ServeException(new Failure.Missing(object.name(), false))
                    : refused;
        }
    }

    private static DirectAccess.Kind kind(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".svg") ? DirectAccess.Kind.SVG : DirectAccess.Kind.IS;
    }
}
