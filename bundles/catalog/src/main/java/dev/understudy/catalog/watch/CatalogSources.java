package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogStatus.State;
import dev.understudy.catalog.file.FileStamp;
import dev.understudy.catalog.load.AttributeFile;
import dev.understudy.catalog.load.CatalogSource;
import dev.understudy.catalog.load.TenantConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places that attributes of catalogs come from: the files of a folder, and configurations. */
final class CatalogSources {

    private final Optional<Path> folder;
    private final ConfiguredTenants tenants;
    private boolean folderSeen;
    private @Nullable FolderListing listing;
    private @Nullable Scan last;
    private List<TenantConfiguration> lastConfigurations = List.of();

    CatalogSources(Optional<Path> folder, ConfiguredTenants tenants) {
        this.folder = folder;
        this.tenants = tenants;
    }

    /**
     * The sources as they are now.
     *
     * @param sources by name
     * @param list the same in a list
     * @param problems what looks like a source and is none, found at no particular time
     * @param folderReadable whether the folder could be read; one that cannot says nothing about the files in it
     * @param folderSame whether no file has come, gone or taken the place of another one since the last time
     */
    record Scan(
            Map<String, CatalogSource> sources,
            List<CatalogSource> list,
            List<CatalogProblem> problems,
            boolean folderReadable,
            boolean folderSame) {

        /** Whether it is certain that a source is no more. */
        boolean isGone(CatalogSource source) {
            return !sources.containsKey(source.name()) && (folderReadable || source instanceof TenantConfiguration);
        }

        private Scan again(List<CatalogProblem> present) {
            return new Scan(sources, list, present, folderReadable, true);
        }
    }

    /**
     * Looks for sources.
     *
     * @param now milliseconds of a clock that never goes back
     */
    Scan scan(long now) {
        List<CatalogProblem> problems = new ArrayList<>(tenants.strays());
        List<TenantConfiguration> configurations = tenants.list();
        FolderListing before = listing;
        boolean readable = folder.isEmpty() || list(folder.get(), now, problems);
        FolderListing present = listing;
        boolean folderSame = folder.isEmpty() || (before != null && present != null && present.isSame(before));
        Scan known = last;
        boolean sourcesSame = folderSame && configurations == lastConfigurations;
        if (known != null && sourcesSame && known.folderReadable()) {
            return known.again(problems);
        }
        Map<String, CatalogSource> sources = new LinkedHashMap<>();
        List<AttributeFile> files = present == null ? List.of() : present.files();
        files.forEach(file -> sources.put(file.name(), file));
        configurations.forEach(configuration -> sources.put(configuration.name(), configuration));
        lastConfigurations = configurations;
        last = new Scan(sources, List.copyOf(sources.values()), problems, readable, folderSame);
        return last;
    }

    /** Has the next scan list the files of the folder, whatever state that is in. */
    void forgetListing() {
        listing = null;
    }

    /** Lists the files of the folder, if that can be read. */
    private boolean list(Path path, long now, List<CatalogProblem> problems) {
        CatalogFolder found = new CatalogFolder(path);
        try {
            FolderListing present = list(path, found, now);
            problems.addAll(present.misnamed());
            listing = present;
            folderSeen = true;
            return true;
        } catch (IOException e) {
            listing = null;
            problems.add(found.problem(e, folderSeen ? State.STALE : State.FAILED));
            return false;
        }
    }

    private FolderListing list(Path path, CatalogFolder found, long now) throws IOException {
        FolderListing before = listing;
        FileStamp stamp = FileStamp.of(path);
        if (before != null && before.holds(stamp, now)) {
            return before;
        }
        long since = before == null ? now : before.since(stamp, now);
        return new FolderListing(stamp, since, now, found.files(), found.misnamed());
    }
}
