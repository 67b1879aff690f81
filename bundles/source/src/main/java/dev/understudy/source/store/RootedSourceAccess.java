package dev.understudy.source.store;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.Stamp;
import dev.understudy.source.file.FileSourceAccess;
import dev.understudy.source.file.RootList.RootGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Files under roots of both kinds, folders and stores, in the order of the settings. */
public final class RootedSourceAccess implements SourceAccess {

    private final FileSourceAccess folders;
    private final StoreSourceAccess stores;
    private final RootOrder order;
    private final List<SourceAccess> foldersAlone;

    /** Joins what finds files in folders with what finds them in stores. */
    public RootedSourceAccess(FileSourceAccess folders, StoreSourceAccess stores, RootOrder order) {
        this.folders = folders;
        this.stores = stores;
        this.order = order;
        foldersAlone = List.of(folders);
    }

    /** Finds a file in one place. */
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

    /** The places of a file, one after the other. Without any root, there still are absolute paths. */
    private List<SourceAccess> places(SourceKey key) {
        if (StoreRoots.isStore(key)) {
            return List.of(stores);
        }
        if (!stores.isRemote(key)) {
            return foldersAlone;
        }
        List<SourceAccess> places = new ArrayList<>();
        for (RootGroup group : order.of(key.kind())) {
            places.add(group.stores().isEmpty() ? folders.in(group.folders()) : stores.in(group.stores()));
        }
        return places;
    }

    private <T> T find(SourceKey key, Look<T> look) throws ServeException {
        ServeException missing = null;
        ServeException gone = null;
        for (SourceAccess place : places(key)) {
            try {
                return look.in(place);
            } catch (ServeException e) {
                boolean isGone = isFolder(place) && e.failure().kind() == FailureKind.STORAGE_UNAVAILABLE;
                if (!isGone && !isMissing(e.failure())) {
                    throw e;
                }
                missing = missing == null ? e : missing;
                gone = gone == null && isGone ? e : gone;
            }
        }
        // A folder that has gone away may have had it.
        throw gone != null ? gone : missing != null ? missing : StoreFailures.missing(key);
    }

    private static boolean isFolder(SourceAccess place) {
        return place instanceof FileSourceAccess;
    }

    private static boolean isMissing(Failure failure) {
        return failure instanceof Failure.Missing || failure instanceof Failure.StaticMissing;
    }

    /** Each file is fetched from the first store that has it, unless a folder before that store has it. */
    @Override
    public SourceLease fetch(Collection<SourceKey> keys, String tenant, Instant deadline) throws ServeException {
        SourceLease lease = SourceLease.NONE;
        boolean done = false;
        try {
            List<Search> searches = keys.stream()
                    .filter(stores::isRemote)
                    .distinct()
                    .map(key -> new Search(key, places(key)))
                    .toList();
            while (!searches.isEmpty()) {
                List<Search> atStores = searches.stream()
                        .map(Search::pastFolders)
                        .filter(search -> !search.places().isEmpty())
                        .toList();
                for (SourceAccess store :
                        atStores.stream().map(Search::first).distinct().toList()) {
                    List<SourceKey> wanted = atStores.stream()
                            .filter(search -> search.first().equals(store))
                            .map(Search::key)
                            .toList();
                    lease = lease.and(store.fetch(wanted, tenant, deadline));
                }
                searches = atStores.stream().map(Search::afterStore).toList();
            }
            done = true;
            return lease;
        } finally {
            if (!done) {
                lease.close();
            }
        }
    }

    /**
     * The search for a file that may have to be fetched.
     *
     * @param places those that have not been looked into; none when the search is over
     */
    private record Search(SourceKey key, List<SourceAccess> places) {

        SourceAccess first() {
            return places.get(0);
        }

        /** The search at the next store; over when a folder before it has the file. */
        Search pastFolders() {
            int next = 0;
            while (next < places.size() && places.get(next) instanceof FileSourceAccess) {
                if (isIn(places.get(next))) {
                    return new Search(key, List.of());
                }
                next++;
            }
            return new Search(key, places.subList(next, places.size()));
        }

        private boolean isIn(SourceAccess folder) {
            try {
                return folder.stamp(key).length() >= 0;
            } catch (ServeException e) {
                return !isMissing(e.failure()) && e.failure().kind() != FailureKind.STORAGE_UNAVAILABLE;
            }
        }

        /** The search after a store; over unless it has no such file. */
        Search afterStore() {
            try {
                Stamp found = first().stamp(key);
                return new Search(found.key(), List.of());
            } catch (ServeException e) {
                return new Search(key, isMissing(e.failure()) ? places.subList(1, places.size()) : List.of());
            }
        }
    }

    @Override
    public boolean hasFolder(SourceKey.Kind kind, String rootPath) {
        return stores.hasFolder(kind, rootPath) || folders.hasFolder(kind, rootPath);
    }
}
