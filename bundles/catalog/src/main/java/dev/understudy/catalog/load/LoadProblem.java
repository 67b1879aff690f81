package dev.understudy.catalog.load;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogStatus;
import dev.understudy.catalog.file.Diagnostic;
import java.time.Instant;

/**
 * A diagnostic of a file that a catalog was loaded from.
 *
 * @param file the file or configuration, as the operator knows it
 * @param diagnostic what is wrong
 * @param since when it was found
 */
public record LoadProblem(String file, Diagnostic diagnostic, Instant since) {

    /**
     * The problem of the catalog.
     *
     * @param catalog the name that the catalog is listed under
     * @param whenFatal the state that it is in when the diagnostic is fatal
     */
    public CatalogProblem of(String catalog, CatalogStatus.State whenFatal) {
        CatalogStatus.State state = diagnostic.fatal() ? whenFatal : CatalogStatus.State.PROBLEM;
        return new CatalogProblem(catalog, file, diagnostic.line(), diagnostic.message(), state, since);
    }
}
