package dev.understudy.tools.setup;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.watch.CatalogSettings;
import dev.understudy.catalog.watch.CatalogStore;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.file.FileSourceAccess;
import dev.understudy.source.file.RootFolders;
import dev.understudy.source.file.RootWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogs and images of a site, as a server would read them.
 *
 * @param known whether there are catalogs; without, there is only an empty default catalog
 * @param catalogs the catalogs
 * @param problems what is wrong with their files
 * @param images the files of images; null when nobody has said where they are
 */
public record SiteFiles(
        boolean known,
        Catalogs catalogs,
        List<CatalogProblem> problems,
        @Nullable SourceAccess images) {

    /**
     * Reads a site.
     *
     * @param folder that of the attribute files; null for none
     * @param roots those of images, as {@code image.rootPath}; none when they are not to be looked at
     */
    public static SiteFiles read(@Nullable Path folder, List<Path> roots) {
        CatalogSettings settings = new CatalogSettings(
                Optional.ofNullable(folder).map(Path::toAbsolutePath), Duration.ofHours(1), Duration.ZERO, true);
        CatalogStore store = new CatalogStore(settings, () -> List.of(), Optional::empty, InstantSource.system());
        Catalogs catalogs = store.catalogs();
        return new SiteFiles(folder != null, catalogs, store.problems(), roots.isEmpty() ? null : access(roots, store));
    }

    private static SourceAccess access(List<Path> roots, CatalogStore store) {
        RootFolders folders =
                new RootFolders(roots.stream().map(Path::toAbsolutePath).toList(), List.of(), false);
        return new FileSourceAccess(folders, new RootWatch(folders), store::catalogs);
    }
}
