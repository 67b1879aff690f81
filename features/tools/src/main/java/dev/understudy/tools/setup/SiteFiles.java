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
 * @param contents the files of static content; likewise
 * @param elsewhere whether there are roots on stores besides, which are not looked at
 */
public record SiteFiles(
        boolean known,
        Catalogs catalogs,
        List<CatalogProblem> problems,
        @Nullable SourceAccess images,
        @Nullable SourceAccess contents,
        boolean elsewhere) {

    /**
     * Reads a site.
     *
     * @param folder that of the attribute files; null for none
     * @param images the roots of images, as {@code image.rootPath}; none when they are not to be looked at
     * @param contents those of static content, as {@code staticContent.rootPath}; likewise
     * @param elsewhere whether there are roots on stores besides
     */
    public static SiteFiles read(@Nullable Path folder, List<Path> images, List<Path> contents, boolean elsewhere) {
        CatalogSettings settings = new CatalogSettings(
                Optional.ofNullable(folder).map(Path::toAbsolutePath), Duration.ofHours(1), Duration.ZERO, true);
        CatalogStore store = new CatalogStore(settings, () -> List.of(), Optional::empty, InstantSource.system());
        Catalogs catalogs = store.catalogs();
        RootFolders folders = new RootFolders(absolute(images), absolute(contents), false);
        SourceAccess files = new FileSourceAccess(folders, new RootWatch(folders), store::catalogs);
        return new SiteFiles(
                folder != null,
                catalogs,
                store.problems(),
                images.isEmpty() ? null : files,
                contents.isEmpty() ? null : files,
                elsewhere);
    }

    private static List<Path> absolute(List<Path> roots) {
        return roots.stream().map(Path::toAbsolutePath).toList();
    }
}
