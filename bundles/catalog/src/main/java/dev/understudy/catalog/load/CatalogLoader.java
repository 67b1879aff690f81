package dev.understudy.catalog.load;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;

/** Loads catalogs. Reads only the files that have changed since the last time. */
public final class CatalogLoader {

    private final Path folder;
    private final InstantSource clock;
    private final DataFiles dataFiles = new DataFiles();

    /**
     * A loader.
     *
     * @param folder what the names of data files are relative to
     * @param clock tells when problems are found
     */
    public CatalogLoader(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Loads a catalog as far as it can be loaded; what is wrong is among its problems. */
    public LoadedCatalog load(CatalogSource origin) {
        return new CatalogLoad(folder, dataFiles, origin, clock.instant()).load();
    }

    /** Forgets the data files that no catalog uses any more. */
    public void retain(Set<Path> files) {
        dataFiles.retain(files);
    }
}
