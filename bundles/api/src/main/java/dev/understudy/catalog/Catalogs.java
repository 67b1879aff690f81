package dev.understudy.catalog;

import java.util.Collection;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** One state of all catalogs. Immutable; a reload makes a new one, and requests in flight keep theirs. */
@ProviderType
public interface Catalogs {

    /** The catalog that all others inherit from; there is always one, if only with the attributes' fallbacks. */
    Catalog defaultCatalog();

    /** The catalog with this root id; ids are case-sensitive. The default catalog is not among them. */
    Optional<Catalog> catalog(String rootId);

    /** All catalogs but the default one, by root id. */
    Collection<Catalog> all();

    /**
     * Whether requests may do without a catalog in their path; {@code PS::allowDefaultCatalogRequests}.
     *
     * <p>Source: the reference's page on general server settings.
     */
    default boolean allowsDefaultCatalogRequests() {
        return true;
    }
}
