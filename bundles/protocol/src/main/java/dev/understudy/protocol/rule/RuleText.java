package dev.understudy.protocol.rule;

import dev.understudy.catalog.Rule;
import dev.understudy.catalog.RuleSubstitution;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Path and query of a request on their way through rules: a text with a question mark between both. */
final class RuleText {

    /** As long as queries may be. */
    private static final int LONGEST = 65_536;

    private final RuleBudget budget;
    private String text;
    /** Who wrote the text. */
    private String authors;

    RuleText(String text, RuleBudget budget) {
        this.text = text;
        this.authors = RuleAuthorship.ofClient(text.length());
        this.budget = budget;
    }

    /** The number of characters. */
    int length() {
        return text.length();
    }

    /** The objects that rules have written into the query. */
    Set<String> names() {
        return RuleAuthorship.names(text, authors);
    }

    /**
     * Substitutes what a rule matches.
     *
     * @return whether the rule matches
     * @throws ServeException {@code size.limit} when the text becomes too long
     */
    boolean apply(Rule rule) throws ServeException {
        Pattern expression = rule.expression();
        RuleSubstitution substitution = rule.substitution();
        if (expression == null) {
            if (substitution != null) {
                StringBuilder out = new StringBuilder(text);
                StringBuilder by = new StringBuilder(authors);
                RuleAuthorship.append(by, substitution, null);
                finish(out, substitution.appendTo(out, null), by);
            }
            return true;
        }
        TimedText timed = budget.text(text);
        Matcher matcher = expression.matcher(timed);
        if (!matcher.find()) {
            timed.settle();
            return false;
        }
        if (substitution != null) {
            replace(matcher, substitution, rule.replacesAll());
        }
        timed.settle();
        return true;
    }

    private void replace(Matcher matcher, RuleSubstitution substitution, boolean all) throws ServeException {
        StringBuilder out = new StringBuilder(text.length() + 64);
        StringBuilder by = new StringBuilder(text.length() + 64);
        int ampersand = -1;
        int end = 0;
        do {
            out.append(text, end, matcher.start());
            by.append(authors, end, matcher.start());
            int written = substitution.appendTo(out, matcher);
            RuleAuthorship.append(by, substitution, matcher);
            ampersand = ampersand < 0 ? written : ampersand;
            end = matcher.end();
            requireShort(out.length());
        } while (all && matcher.find());
        by.append(authors, end, text.length());
        finish(out.append(text, end, text.length()), ampersand, by);
    }

    /**
     * Takes what a substitution has left. Modifiers that follow a path begin with a question mark, whatever the rule has: the
     * reference's own example has an ampersand there.
     *
     * @param ampersand where the first one stands that the rule has written; -1 for none
     * @param by who wrote it
     */
    private void finish(StringBuilder out, int ampersand, StringBuilder by) throws ServeException {
        requireShort(out.length());
        if (ampersand >= 0 && out.indexOf("?") < 0) {
            out.setCharAt(ampersand, '?');
        }
        text = out.toString();
        authors = by.toString();
    }

    private static void requireShort(int length) throws ServeException {
        if (length > LONGEST) {
            throw new ServeException(
                    new Failure.TooLarge("The length of a request after its rules", "the limit of " + LONGEST));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
