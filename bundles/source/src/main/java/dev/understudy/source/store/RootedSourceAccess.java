package dev.understudy.source.store;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.Stamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Files under roots of both kinds: first the folders, which cost nothing to look into, then the stores. */
public final class RootedSourceAccess implements SourceAccess {

    private final SourceAccess folders;
    private final SourceAccess stores;

    /** Joins what finds files in folders with what finds them in stores. */
    public RootedSourceAccess(SourceAccess folders, SourceAccess stores) {
        this.folders = folders;
        this.stores = stores;
    }

    /** Finds a file in one of the two. */
    private interface Look<T> {
        T in(SourceAccess access) throws ServeException;
    }

    @Override
    public boolean isRemote(SourceKey key) {
        return stores.isRemote(key);
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        return find(key, access -> access.stamp(key));
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        return find(key, access -> access.open(key));
    }

    private <T> T find(SourceKey key, Look<T> look) throws ServeException {
        if (StoreRoots.isStore(key)) {
            return look.in(stores);
        }
        ServeException first;
        try {
            return look.in(folders);
        } catch (ServeException e) {
            if (!isElsewhere(e.failure()) || !stores.isRemote(key)) {
                throw e;
            }
            first = e;
        }
        try {
            return look.in(stores);
        } catch (ServeException e) {
            // A folder that has gone away may have had it.
            throw isMissing(e.failure()) ? first : e;
        }
    }

    private static boolean isElsewhere(Failure failure) {
        return isMissing(failure) || failure.kind() == FailureKind.STORAGE_UNAVAILABLE;
    }

    private static boolean isMissing(Failure failure) {
        return failure instanceof Failure.Missing || failure instanceof Failure.StaticMissing;
    }

    @Override
    public SourceLease fetch(Collection<SourceKey> keys, String tenant, Instant deadline) throws ServeException {
        List<SourceKey> remote = keys.stream()
                .filter(stores::isRemote)
                .filter(key -> !isInFolder(key))
                .distinct()
                .toList();
        return remote.isEmpty() ? SourceLease.NONE : stores.fetch(remote, tenant, deadline);
    }

    private boolean isInFolder(SourceKey key) {
        if (StoreRoots.isStore(key)) {
            return false;
        }
        try {
            Stamp found = folders.stamp(key);
            return found.length() >= 0;
        } catch (ServeException e) {
            return !isElsewhere(e.failure());
        }
    }

    @Override
    public boolean hasFolder(SourceKey.Kind kind, String rootPath) {
        return stores.hasFolder(kind, rootPath) || folders.hasFolder(kind, rootPath);
    }
}
