package dev.understudy.catalog;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Loads catalogs, watches them, and hands out the present state. */
@ProviderType
public interface CatalogService {

    /** The present state; cheap. */
    Catalogs catalogs();

    /** What is wrong with the catalogs as they stand, newest first; each keeps its last good state meanwhile. */
    List<CatalogProblem> problems();
}
