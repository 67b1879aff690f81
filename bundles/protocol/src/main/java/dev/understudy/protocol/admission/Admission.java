package dev.understudy.protocol.admission;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.rule.RuleEvaluation;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The admission of a request by the catalog in its path, before anything else is done with the request; other catalogs that it
 * names check it again. A refusal has the same words whether or not the request names something that exists.
 *
 * <p>Source: the reference's pages on ClientAddressFilter, RequestObfuscation, RequestLock, AllowDirectAccess, and on the server
 * setting allowDefaultCatalogRequests. That the catalogs of all objects of a request guard it, not the main one alone, is
 * ours.
 *
 * @param client the address of the client; null for the operator, whom no filter is meant for
 * @param query the modifiers as they were before they were locked and obfuscated, still encoded; null for none
 * @param locked whether they had their lock
 */
public record Admission(
        @Nullable InetAddress client, @Nullable String query, boolean locked) {

    /**
     * Admits a request to the catalog that its path names.
     *
     * @param catalog that catalog, or else the default catalog
     * @param client its address; null for the operator
     * @param query as it was sent; null for none
     * @throws ServeException {@code request.refused}
     */
    public static Admission at(Catalog catalog, @Nullable InetAddress client, @Nullable String query)
            throws ServeException {
        requireListed(catalog, client);
        RuleEvaluation.requireOpen(catalog);
        byte[] modifiers = modifiers(catalog, query);
        boolean locked = RequestLock.closes(modifiers);
        String text = query == null ? null : Obfuscation.text(modifiers);
        Admission admission = new Admission(client, locked && text != null ? RequestLock.without(text) : text, locked);
        admission.requireAt(catalog);
        return admission;
    }

    /**
     * Requires that another catalog that the request names admits it too. Obfuscation is not checked: it is a matter between the
     * client and the catalog in the path.
     *
     * @throws ServeException {@code request.refused}
     */
    public void requireAt(Catalog catalog) throws ServeException {
        requireListed(catalog, client);
        RuleEvaluation.requireOpen(catalog);
        if (catalog.get(Attributes.REQUEST_LOCK) && !locked) {
            throw refused(
                    catalog, "wants requests to be locked (RequestLock=1), and this one does not end in its lock");
        }
    }

    /**
     * Requires that a file of the catalog may be asked for by its path.
     *
     * @throws ServeException {@code request.refused}
     */
    public static void requireDirectAccess(Catalog catalog, DirectAccess.Kind kind) throws ServeException {
        if (!catalog.get(Attributes.ALLOW_DIRECT_ACCESS).allows(kind)) {
            throw refused(catalog, "has " + kind + " objects only by their records (AllowDirectAccess)");
        }
    }

    /**
     * Requires that a request names a catalog, unless requests may do without one.
     *
     * @param catalog the catalog that the request's path names, or else the default catalog
     * @throws ServeException {@code request.refused}
     */
    public static void requireNamed(Catalog catalog, Catalogs catalogs) throws ServeException {
        if (catalog.rootId().isEmpty() && !catalogs.allowsDefaultCatalogRequests()) {
            throw new ServeException(new Failure.Refused(
                    "The path names no catalog (allowDefaultCatalogRequests=false in dev.understudy.catalog)"));
        }
    }

    /** The query of a request that is turned away, as far as it can be read; for the form of the answer. */
    public static @Nullable String legible(Catalog catalog, @Nullable String query) {
        try {
            return query == null ? null : Obfuscation.text(modifiers(catalog, query));
        } catch (ServeException e) {
            // The refusal has been reported where admission was asked for.
            return query;
        }
    }

    private static void requireListed(Catalog catalog, @Nullable InetAddress client) throws ServeException {
        if (client != null && !catalog.get(Attributes.CLIENT_ADDRESS_FILTER).allows(client)) {
            throw refused(catalog, "does not serve " + client.getHostAddress() + " (ClientAddressFilter)");
        }
    }

    private static ServeException refused(Catalog catalog, String why) {
        String name = catalog.rootId().isEmpty() ? "The default catalog " : "The catalog '" + catalog.rootId() + "' ";
        return new ServeException(new Failure.Refused(name + why));
    }

    private static byte[] modifiers(Catalog catalog, @Nullable String query) throws ServeException {
        String sent = query == null ? "" : query;
        return catalog.get(Attributes.REQUEST_OBFUSCATION) == 0
                ? sent.getBytes(StandardCharsets.UTF_8)
                : Obfuscation.decode(sent);
    }
}
