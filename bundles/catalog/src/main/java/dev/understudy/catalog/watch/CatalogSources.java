package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogStatus.State;
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

/** The places that attributes of catalogs come from: the files of a folder, and configurations. */
final class CatalogSources {

    private final Optional<Path> folder;
    private final ConfiguredTenants tenants;
    private boolean folderSeen;

    CatalogSources(Optional<Path> folder, ConfiguredTenants tenants) {
        this.folder = folder;
        this.tenants = tenants;
    }

    /**
     * The sources as they are now.
     *
     * @param sources by name
     * @param problems what looks like a source and is none, found at no particular time
     * @param folderReadable whether the folder could be read; one that cannot says nothing about the files in it
     */
    record Scan(Map<String, CatalogSource> sources, List<CatalogProblem> problems, boolean folderReadable) {

        /** Whether it is certain that a source is no more. */
        boolean isGone(CatalogSource source) {
            return !sources.containsKey(source.name()) && (folderReadable || source instanceof TenantConfiguration);
        }
    }

    Scan scan() {
        Map<String, CatalogSource> sources = new LinkedHashMap<>();
        List<CatalogProblem> problems = new ArrayList<>(tenants.strays());
        boolean readable = folder.isEmpty() || addFiles(new CatalogFolder(folder.get()), sources, problems);
        for (TenantConfiguration configuration : tenants.list()) {
            sources.put(configuration.name(), configuration);
        }
        return new Scan(sources, problems, readable);
    }

    private boolean addFiles(CatalogFolder found, Map<String, CatalogSource> sources, List<CatalogProblem> problems) {
        try {
            for (AttributeFile file : found.files()) {
                sources.put(file.name(), file);
            }
            problems.addAll(found.misnamed());
            folderSeen = true;
            return true;
        } catch (IOException e) {
            problems.add(found.problem(e, folderSeen ? State.STALE : State.FAILED));
            return false;
        }
    }
}
