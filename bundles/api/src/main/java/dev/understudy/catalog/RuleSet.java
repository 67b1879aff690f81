package dev.understudy.catalog;

import java.util.List;

/**
 * The preprocessing rules of a catalog, in their order.
 *
 * <p>Source: the reference's page on rule sets.
 *
 * @param rules the rules
 * @param closed whether no request is let in, since it is not known whom the rules would let in
 */
public record RuleSet(List<Rule> rules, boolean closed) {

    /** No rules. */
    public static final RuleSet NONE = new RuleSet(List.of(), false);

    /** Stands for rules that cannot be read. */
    public static final RuleSet CLOSED = new RuleSet(List.of(), true);

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** Whether every request stays as it is. */
    public boolean isEmpty() {
        return rules.isEmpty() && !closed;
    }
}
