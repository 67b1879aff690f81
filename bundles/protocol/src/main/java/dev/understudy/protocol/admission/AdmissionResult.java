package dev.understudy.protocol.admission;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.RuleContext;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.rule.RuleBudget;
import dev.understudy.protocol.rule.RuleEvaluation;
import dev.understudy.protocol.rule.RuleHeaders;
import dev.understudy.protocol.rule.RuleOutcome;
import dev.understudy.protocol.rule.RuledRequest;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.serve.Call;
import dev.understudy.source.SourceKey;
import java.net.InetAddress;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let in, or the reason why it was not. First the rules of the catalog that its path names are applied. Then the
 * catalog that the path names now decides, even where FullMatch would leave that catalog aside: whether it has the object makes no
 * difference to who is turned away.
 *
 * <p>Source: the reference's pages on request preprocessing, locking and obfuscation.
 *
 * @param path what follows the mount, as rules have left it, still encoded
 * @param query likewise, and as it was before it was locked and obfuscated, as far as it can be read; null for none
 * @param catalogs those that serve the request, with what rules say of their attributes
 * @param policy what the request may use
 * @param rules what the rules did
 * @param refusal why the request is turned away; null when it is let in
 */
public record AdmissionResult(
        String path,
        @Nullable String query,
        Catalogs catalogs,
        AccessPolicy policy,
        RuleOutcome rules,
        @Nullable Failure refusal) {

    /** A request that is turned away without anybody having looked at it. */
    public static AdmissionResult refused(String path, Catalogs catalogs, Failure refusal) {
        return new AdmissionResult(path, null, catalogs, AccessPolicy.unrestricted(), RuleOutcome.NONE, refusal);
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
        return new AdmissionResult(sent.path(), whole, sent.catalogs(), sent.policy(), sent.rules(), sent.refusal());
    }

    /**
     * Decides on a request for an image.
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
        return of(RuleContext.IMAGE, path, query, client, catalogs, missing);
    }

    /**
     * Decides on a request, as {@link #of(String, String, InetAddress, Catalogs, Predicate)} does.
     *
     * @param context what kind of request it is
     */
    public static AdmissionResult of(
            RuleContext context,
            String path,
            @Nullable String query,
            @Nullable InetAddress client,
            Catalogs catalogs,
            Predicate<SourceKey> missing) {
        RuleBudget budget = new RuleBudget();
        Catalog named = ObjectName.ofPath(path).catalog(catalogs);
        RuledRequest ruled;
        try {
            ruled = RuleEvaluation.apply(named, context, path, query, client, catalogs, budget);
        } catch (ServeException e) {
            return new AdmissionResult(
                    path,
                    Admission.legible(named, query),
                    catalogs,
                    AccessPolicy.unrestricted(),
                    RuleOutcome.NONE,
                    e.failure());
        }
        return of(ruled, client, missing, budget);
    }

    private static AdmissionResult of(
            RuledRequest ruled, @Nullable InetAddress client, Predicate<SourceKey> missing, RuleBudget budget) {
        String path = ruled.path();
        Catalogs catalogs = ruled.catalogs();
        Catalog catalog = ObjectName.ofPath(path).catalog(catalogs);
        RuleOutcome outcome = ruled.outcome();
        try {
            Admission admission = Admission.at(catalog, client, ruled.query());
            RuleOutcome filled = outcome.headers().isEmpty()
                    ? outcome
                    : outcome.with(RuleHeaders.filledIn(outcome.headers(), admission.query()));
            AccessPolicy policy =
                    AccessPolicy.of(admission, catalog, missing, budget).within(ruled);
            return new AdmissionResult(path, admission.query(), catalogs, policy, filled, null);
        } catch (ServeException e) {
            String legible = Admission.legible(catalog, ruled.query());
            return new AdmissionResult(path, legible, catalogs, AccessPolicy.unrestricted(), outcome, e.failure());
        }
    }
}
