package dev.understudy.catalog.load;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.snapshot.CatalogContents;
import java.util.List;

/**
 * A catalog as it was found. When something is badly wrong the contents are what could be read nevertheless.
 *
 * @param origin where it comes from
 * @param version the state of origin and files that was read
 * @param contents what they say
 * @param macroFile the macro file, for messages; empty for none
 * @param problems what is wrong
 */
public record LoadedCatalog(
        CatalogSource origin,
        CatalogVersion version,
        CatalogContents contents,
        String macroFile,
        List<LoadProblem> problems) {

    public LoadedCatalog {
        problems = List.copyOf(problems);
    }

    /** The catalog's root id, empty when it is the default catalog or has none. */
    public String rootId() {
        return contents.attributes().get(Attributes.ROOT_ID);
    }

    /** Whether a good state should be preferred. */
    public boolean isFlawed() {
        return problems.stream().anyMatch(problem -> problem.diagnostic().fatal());
    }

    /** Whether it can be served at all. */
    public boolean isUsable() {
        return origin.isDefault() || !rootId().isEmpty();
    }
}
