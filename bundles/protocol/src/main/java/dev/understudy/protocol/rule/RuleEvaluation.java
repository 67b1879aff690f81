package dev.understudy.protocol.rule;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.AttributeOverrides;
import dev.understudy.catalog.AttributeSource;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.Rule;
import dev.understudy.catalog.RuleContext;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.catalog.RuleSet;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.ObjectName;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules of one catalog to one request: in their order, each to what those before it have left.
 *
 * <p>Source: the reference's pages on rule sets and their elements. That several address filters have all to be passed, and that
 * an empty one says nothing, is ours.
 */
public final class RuleEvaluation {

    private final Catalog catalog;
    private final @Nullable InetAddress client;
    private final RuleText text;
    private final List<String> matched = new ArrayList<>();
    private final List<RuleHeader> headers = new ArrayList<>();
    private AttributeOverrides overrides = AttributeOverrides.NONE;
    private @Nullable AddressFilter filter;

    private RuleEvaluation(Catalog catalog, @Nullable InetAddress client, RuleText text) {
        this.catalog = catalog;
        this.client = client;
        this.text = text;
    }

    /**
     * Applies rules.
     *
     * @param catalog whose rules they are
     * @param path what follows the mount, still encoded, in whichever spelling
     * @param query as it was sent; null for none
     * @param client its address; null for the operator, whom no filter is meant for
     * @throws ServeException {@code request.refused}
     */
    public static RuledRequest apply(
            Catalog catalog,
            RuleContext context,
            String path,
            @Nullable String query,
            @Nullable InetAddress client,
            Catalogs catalogs,
            RuleBudget budget)
            throws ServeException {
        RuleSet rules = catalog.rules();
        if (rules.isEmpty()) {
            return RuledRequest.unchanged(path, query, catalogs, catalog);
        }
        requireOpen(catalog);
        String respelled = ObjectName.respelled(path);
        String before = query == null ? respelled : respelled + '?' + query;
        RuleEvaluation evaluation = new RuleEvaluation(catalog, client, new RuleText(before, budget));
        evaluation.apply(rules, context);
        RuledRequest sent = RuledRequest.unchanged(path, query, catalogs, catalog);
        return evaluation.matched.isEmpty() ? sent : evaluation.ruled(before, sent);
    }

    /**
     * Requires that it is known whom the rules of a catalog let in.
     *
     * @throws ServeException {@code request.refused}
     */
    public static void requireOpen(Catalog catalog) throws ServeException {
        if (catalog.rules().closed()) {
            throw refused(catalog, "is closed, since its rules cannot be read (RuleSetFile)");
        }
    }

    private void apply(RuleSet rules, RuleContext context) throws ServeException {
        for (Rule rule : rules.rules()) {
            if (rule.contexts().contains(context) && matches(rule)) {
                if (rule.onMatch() == Rule.OnMatch.ERROR) {
                    throw refused(catalog, "refuses such requests by its rule " + rule.name());
                }
                requireListed(rule);
                matched.add(rule.name());
                overrides = overrides.overriddenBy(rule.overrides());
                headers.addAll(rule.headers());
                if (rule.onMatch() == Rule.OnMatch.BREAK) {
                    return;
                }
            }
        }
    }

    /** Whether a rule matches, in which case what it matches has been substituted. */
    private boolean matches(Rule rule) throws ServeException {
        try {
            return text.apply(rule);
        } catch (RuleBudget.SpentException | StackOverflowError e) {
            throw new ServeException(new Failure.SlowRule(catalog.rootId(), rule.name(), text.length()));
        }
    }

    private void requireListed(Rule rule) throws ServeException {
        AddressFilter own = rule.addressFilter();
        if (own == null) {
            return;
        }
        if (client != null && !own.allows(client)) {
            throw refused(catalog, "does not serve " + client.getHostAddress() + " by its rule " + rule.name());
        }
        AddressFilter before = filter;
        filter = before == null || own.restricts() ? own : before;
    }

    /**
     * What the rules have made of a request.
     *
     * @param before the text that they began with
     * @param sent goes on as it is if they left the text as it was
     */
    private RuledRequest ruled(String before, RuledRequest sent) {
        AddressFilter passed = filter;
        AttributeOverrides all = passed == null
                ? overrides
                : overrides.with(
                        Attributes.CLIENT_ADDRESS_FILTER,
                        passed,
                        new AttributeSource(passed.toString(), "addressfilter of RuleSetFile"));
        String after = text.toString();
        boolean same = after.equals(before);
        String target = same || !new ObjectName(sent.path()).isRooted() ? after : rooted(after);
        int question = target.indexOf('?');
        RuleOutcome outcome = new RuleOutcome(matched, same ? null : target, headers);
        String path = same ? sent.path() : question < 0 ? target : target.substring(0, question);
        String query = same ? sent.query() : question < 0 ? null : target.substring(question + 1);
        if (all.isEmpty()) {
            return new RuledRequest(path, query, sent.catalogs(), catalog, catalog, all, Set.of(), outcome);
        }
        RuledCatalog ruled = new RuledCatalog(catalog, all);
        return new RuledRequest(
                path, query, new RuledCatalogs(sent.catalogs(), ruled), ruled, catalog, all, text.names(), outcome);
    }

    /** A path that stood under the default catalog stands there still, since rules do not see its leading slash. */
    private static String rooted(String after) {
        return after.isEmpty() || after.startsWith("/") || after.startsWith("?") ? after : '/' + after;
    }

    private static ServeException refused(Catalog catalog, String why) {
        String name = catalog.rootId().isEmpty() ? "The default catalog " : "The catalog '" + catalog.rootId() + "' ";
        return new ServeException(new Failure.Refused(name + why));
    }
}
