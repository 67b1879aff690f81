package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Admission;
import dev.understudy.serve.Call;
import dev.understudy.source.SourceKey;
import java.net.InetAddress;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a request comes in, or why it does not. The catalog that its path names decides, even where FullMatch would leave it
 * aside: whether it has the object makes no difference to who is turned away. Preprocessing rules, which can change all that
 * is looked at here, have their place before it.
 *
 * <p>Source: the reference's pages on request preprocessing, locking and obfuscation.
 *
 * @param query as it was before it was locked and obfuscated, as far as it can be read, still encoded; null for none
 * @param guard what the request may use
 * @param refusal why it is turned away; null when it is let in
 */
public record Entrance(
        @Nullable String query, Guard guard, @Nullable Failure refusal) {

    /** The entrance of a request that may use what the guard allows. */
    public Entrance(@Nullable String query, Guard guard) {
        this(query, guard, null);
    }

    /**
     * Lets a request in, or does not.
     *
     * @param missing whether a file is known not to be there
     */
    public static Entrance of(Call call, Predicate<SourceKey> missing) {
        String query = call.query();
        if (!call.operator() || query == null) {
            return of(call.path(), query, call.client(), call.catalogs(), missing);
        }
        // Operators ask about a request as it was sent, with a modifier of their own after its lock.
        int own = query.lastIndexOf('&');
        Entrance sent = of(call.path(), own < 0 ? null : query.substring(0, own), null, call.catalogs(), missing);
        String whole = sent.query() == null ? query.substring(own + 1) : sent.query() + '&' + query.substring(own + 1);
        return new Entrance(whole, sent.guard(), sent.refusal());
    }

    /**
     * Lets a request in, or does not.
     *
     * @param path what follows the mount, still encoded
     * @param query as it was sent; null for none
     * @param client its address; null for the operator
     * @param missing whether a file is known not to be there
     */
    public static Entrance of(
            String path,
            @Nullable String query,
            @Nullable InetAddress client,
            Catalogs catalogs,
            Predicate<SourceKey> missing) {
        Catalog catalog = catalog(path, catalogs);
        try {
            Admission admission = Admission.at(catalog, client, query);
            return new Entrance(admission.query(), Guard.of(admission, missing));
        } catch (ServeException e) {
            return new Entrance(Admission.legible(catalog, query), Guard.NONE, e.failure());
        }
    }

    /** The catalog that a path names, or else the default catalog. */
    public static Catalog catalog(String path, Catalogs catalogs) {
        return ObjectResolver.named(RequestReader.object(path), catalogs).orElseGet(catalogs::defaultCatalog);
    }
}
