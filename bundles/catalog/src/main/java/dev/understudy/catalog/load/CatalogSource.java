package dev.understudy.catalog.load;

import dev.understudy.catalog.file.Diagnostic;
import dev.understudy.catalog.file.IniEntry;
import java.time.Instant;
import java.util.List;

/** Where the attributes of a catalog come from. */
public sealed interface CatalogSource permits AttributeFile, TenantConfiguration {

    /** The name that the operator knows it by; no two have the same. */
    String name();

    /** The name without the folder. */
    String shortName();

    /** Whether it is the default catalog's. */
    boolean isDefault();

    /** The present state; equal as long as the attributes are the same. */
    Object version();

    /** Reads the attributes. */
    Entries read();

    /**
     * What it says.
     *
     * @param version the state that was read
     * @param modified when it last changed
     * @param entries the attributes
     * @param diagnostics what is wrong with it
     */
    record Entries(Object version, Instant modified, List<IniEntry> entries, List<Diagnostic> diagnostics) {}
}
