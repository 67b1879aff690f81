package dev.understudy.catalog;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Loads catalogs, watches them, and hands out the present state. */
@ProviderType
public interface CatalogService {

    /** The present state; cheap. */
    Catalogs catalogs();

    /** The problems of the catalogs, newest first; a catalog keeps its last good state meanwhile. */
    List<CatalogProblem> problems();

    /** How often catalogs were loaded since the start, each time as many as had changed; 0 where that is not counted. */
    default long loads() {
        return 0;
    }
}
