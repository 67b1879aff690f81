package dev.understudy.catalog;

import java.time.Instant;

/**
 * Something wrong with a catalog's files or configuration.
 *
 * @param rootId the catalog, empty for the default catalog or when the file does not say
 * @param file the file or configuration, as the operator knows it
 * @param line line in it, from 1; 0 when no line is to blame
 * @param message what is wrong and what is allowed
 * @param fatal whether the catalog keeps its last good state because of it; without one it is served as far as it can be
 *     read, if at all
 * @param since when it was found
 */
public record CatalogProblem(String rootId, String file, int line, String message, boolean fatal, Instant since) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}
