package dev.understudy.catalog.load;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.file.Diagnostic;
import dev.understudy.catalog.snapshot.CatalogContents;
import java.time.Instant;
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
        List<CatalogProblem> problems) {

    public LoadedCatalog {
        problems = List.copyOf(problems);
    }

    /** The catalog's root id, empty when it is the default catalog or has none. */
    public String rootId() {
        return contents.attributes().get(Attributes.ROOT_ID);
    }

    /** A problem of this catalog. */
    public CatalogProblem problem(String file, Diagnostic diagnostic, Instant since) {
        return new CatalogProblem(rootId(), file, diagnostic.line(), diagnostic.message(), diagnostic.fatal(), since);
    }

    /** Whether a good state should be preferred. */
    public boolean isFlawed() {
        return problems.stream().anyMatch(CatalogProblem::fatal);
    }

    /** Whether it can be served at all. */
    public boolean isUsable() {
        return origin.isDefault() || !rootId().isEmpty();
    }
}
