package dev.understudy.catalog.watch;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.load.TenantConfiguration;
import java.util.List;

/** The tenants that come by configuration. */
public interface ConfiguredTenants {

    /** All of them as they are now, in an immutable list; in the same one as before if nothing has changed, where that is known. */
    List<TenantConfiguration> list();

    /** The problems of what looks like the configuration of a tenant and is none, found at no particular time. */
    default List<CatalogProblem> strays() {
        return List.of();
    }
}
