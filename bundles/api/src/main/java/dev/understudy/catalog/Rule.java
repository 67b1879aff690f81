package dev.understudy.catalog;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A preprocessing rule: what it does with a request before the request is read.
 *
 * <p>Source: the reference's pages on rule sets and rule.
 *
 * @param name what messages call it
 * @param contexts the kinds of request that it is for
 * @param expression the text of a request that it is for; null for any
 * @param substitution what takes the place of that text; null when it stays
 * @param replacesAll whether all matches are replaced, instead of the first one
 * @param onMatch what follows
 * @param overrides values of attributes for the request
 * @param addressFilter the clients that are let in; null when the catalog says it
 * @param headers of the answer
 */
public record Rule(
        String name,
        Set<RuleContext> contexts,
        @Nullable Pattern expression,
        @Nullable RuleSubstitution substitution,
        boolean replacesAll,
        OnMatch onMatch,
        AttributeOverrides overrides,
        @Nullable AddressFilter addressFilter,
        List<RuleHeader> headers) {

    /** What follows when a rule has matched. */
    public enum OnMatch {
        /** No other rule is looked at. */
        BREAK,
        /** The next rule is looked at. */
        CONTINUE,
        /** The request is refused. */
        ERROR
    }

    public Rule {
        contexts = Set.copyOf(contexts);
        headers = List.copyOf(headers);
    }
}
