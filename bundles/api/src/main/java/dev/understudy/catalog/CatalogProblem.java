package dev.understudy.catalog;

import java.time.Instant;

/**
 * Something wrong with a catalog's files or configuration.
 *
 * @param catalog the name that the catalog is listed under: its root id, empty for the default catalog; for what is served as no
 *     catalog, the file's own name
 * @param file the file or configuration, as the operator knows it
 * @param line line in it, from 1; 0 when no line is to blame
 * @param message what is wrong and what is allowed, without folders, since more people than the operator may be shown it
 * @param state the state that the catalog is in because of it
 * @param since when it was found
 */
public record CatalogProblem(
        String catalog, String file, int line, String message, CatalogStatus.State state, Instant since) {

    /** Whether the catalog cannot be loaded because of it, in distinction from something in it that is left out. */
    public boolean isFatal() {
        return state.compareTo(CatalogStatus.State.PROBLEM) > 0;
    }

    /** The same problem, found at another time. */
    public CatalogProblem at(Instant time) {
        return new CatalogProblem(catalog, file, line, message, state, time);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}
