package dev.understudy.engine.quarantine;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has the quarantine forget the sources of catalogs that have changed: all those below the root path of such a catalog, and
 * all there are when it is the default catalog, which has a say in every other.
 */
public final class CatalogChanges {

    private final FailedSources failed;
    private final AtomicReference<@Nullable Catalogs> last = new AtomicReference<>();

    public CatalogChanges(FailedSources failed) {
        this.failed = failed;
    }

    /** Takes note of the present catalogs. Costs nothing while they are the same. */
    public void see(Catalogs present) {
        Catalogs before = last.get();
        if (before == present || !last.compareAndSet(before, present) || before == null) {
            return;
        }
        if (changed(before.defaultCatalog(), present.defaultCatalog())) {
            failed.releaseAll();
            return;
        }
        Set<String> rootPaths = new HashSet<>();
        rootPaths(before.all(), present, rootPaths);
        rootPaths(present.all(), before, rootPaths);
        if (!rootPaths.isEmpty()) {
            failed.forget(key -> rootPaths.contains(key.rootPath()));
        }
    }

    private static void rootPaths(Collection<Catalog> catalogs, Catalogs others, Set<String> into) {
        Stream<Catalog> changed = catalogs.stream()
                .filter(catalog ->
                        changed(catalog, others.catalog(catalog.rootId()).orElse(null)));
        changed.map(catalog -> catalog.get(Attributes.ROOT_PATH)).forEach(into::add);
    }

    private static boolean changed(Catalog catalog, @Nullable Catalog other) {
        return other == null || !Objects.equals(catalog.lastModified(), other.lastModified());
    }
}
