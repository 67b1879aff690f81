package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Admission;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A request that has been let in. The catalog that its path names decides, even where FullMatch would leave it aside: whether it
 * has the object makes no difference to who is turned away. Preprocessing rules, which can change all that is looked at here,
 * have their place before it.
 *
 * <p>Source: the reference's pages on request preprocessing, locking and obfuscation.
 *
 * @param query as it was before it was locked and obfuscated, still encoded; null for none
 * @param guard what the request may use
 */
public record Entrance(@Nullable String query, Guard guard) {

    /**
     * Lets a request in.
     *
     * @param path what follows the mount, still encoded
     * @param query as it was sent; null for none
     * @throws ServeException {@code request.refused}
     */
    public static Entrance of(String path, @Nullable String query, InetAddress client, Catalogs catalogs)
            throws ServeException {
        Admission admission = Admission.at(catalog(path, catalogs), client, query);
        return new Entrance(admission.query(), Guard.of(admission));
    }

    /** The query of a request that may not come in, as far as it can be read. */
    public static @Nullable String legible(String path, @Nullable String query, Catalogs catalogs) {
        return Admission.legible(catalog(path, catalogs), query);
    }

    /** The catalog that a path names, or else the default catalog. */
    public static Catalog catalog(String path, Catalogs catalogs) {
        return ObjectResolver.named(RequestReader.object(path), catalogs).orElseGet(catalogs::defaultCatalog);
    }
}
