package dev.understudy.protocol.admission;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.serve.Call;
import dev.understudy.source.SourceKey;
import java.net.InetAddress;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let in, or the reason why it was not. The catalog that its path names decides, even where FullMatch would
 * leave that catalog aside: whether it has the object makes no difference to who is turned away. Preprocessing rules, which can
 * change all that is looked at here, have their place before it.
 *
 * <p>Source: the reference's pages on request preprocessing, locking and obfuscation.
 *
 * @param query as it was before it was locked and obfuscated, as far as it can be read, still encoded; null for none
 * @param policy what the request may use
 * @param refusal why the request is turned away; null when it is let in
 */
public record AdmissionResult(
        @Nullable String query,
        AccessPolicy policy,
        @Nullable Failure refusal) {

    /** An admitted request that may use what the policy allows. */
    public AdmissionResult(@Nullable String query, AccessPolicy policy) {
        this(query, policy, null);
    }

    /**
     * Decides on a request for an image.
     *
     * @param missing whether a file is known not to be there
     */
    public static AdmissionResult of(Call call, Predicate<SourceKey> missing) {
        String query = call.query();
        if (!call.operator() || query == null) {
            return of(call.path(), query, call.client(), call.catalogs(), missing);
        }
        // Operators ask about a request as it was sent, with a modifier of their own after its lock.
        int own = query.lastIndexOf('&');
        AdmissionResult sent =
                of(call.path(), own < 0 ? null : query.substring(0, own), null, call.catalogs(), missing);
        String whole = sent.query() == null ? query.substring(own + 1) : sent.query() + '&' + query.substring(own + 1);
        return new AdmissionResult(whole, sent.policy(), sent.refusal());
    }

    /**
     * Decides on a request.
     *
     * @param path what follows the mount, still encoded
     * @param query as it was sent; null for none
     * @param client its address; null for the operator
     * @param missing whether a file is known not to be there
     */
    public static AdmissionResult of(
            String path,
            @Nullable String query,
            @Nullable InetAddress client,
            Catalogs catalogs,
            Predicate<SourceKey> missing) {
        Catalog catalog = ObjectName.ofPath(path).catalog(catalogs);
        try {
            Admission admission = Admission.at(catalog, client, query);
            return new AdmissionResult(admission.query(), AccessPolicy.of(admission, catalog, missing));
        } catch (ServeException e) {
            return new AdmissionResult(Admission.legible(catalog, query), AccessPolicy.unrestricted(), e.failure());
        }
    }
}
