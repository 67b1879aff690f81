package dev.understudy.engine.request;

import dev.understudy.engine.plan.FilledVariable;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.PercentCoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The substitution variables of a request. Those of the request override those of the record's modifier, wherever either
 * is used; within one text, the definition before the reference counts. Values are kept and filled in as they were
 * encoded, since they are decoded once with the value that they become part of.
 *
 * <p>Source: the reference's page on substitution variables.
 */
final class Variables {

    /** Whose definition it is, weakest first. */
    enum Rank {
        PREDEFINED,
        LAYER_MODIFIER,
        MODIFIER,
        REQUEST,
        POSTMODIFIER
    }

    private record Definition(Rank rank, int position, String raw) {}

    private final Map<String, List<Definition>> definitions = new HashMap<>();

    /** Adds a definition at a position of the text whose rank it has; positions of one rank ascend. */
    void define(String name, String raw, Rank rank, int position) {
        definitions.computeIfAbsent(name, any -> new ArrayList<>()).add(new Definition(rank, position, raw));
    }

    /** The variables of a request, to which weaker ones of the modifier of a layer's record can be added. */
    Variables copy() {
        Variables copy = new Variables();
        definitions.forEach((name, values) -> copy.definitions.put(name, new ArrayList<>(values)));
        return copy;
    }

    /** What nested requests are given: the value of each variable at the end of the request. */
    Map<String, String> forwarded() {
        Map<String, String> forwarded = new HashMap<>();
        definitions.forEach((name, values) -> {
            Definition last = prevailing(values, Rank.REQUEST, Integer.MAX_VALUE);
            if (last.rank() != Rank.PREDEFINED) {
                forwarded.put(name, last.raw());
            }
        });
        return forwarded;
    }

    /** What vector images are given: the same values in plain text, by name. */
    List<FilledVariable> filled() {
        return forwarded().entrySet().stream()
                .map(variable -> new FilledVariable(variable.getKey(), PercentCoding.decodeValue(variable.getValue())))
                .sorted(Comparator.comparing(FilledVariable::name))
                .toList();
    }

    /**
     * The text with every reference to a known variable replaced. Values are not looked through again: their dollar signs
     * come out encoded.
     *
     * @param rank whose text it is
     * @param position where in that text
     */
    String fillIn(String text, Rank rank, int position, ExpansionBudget budget) throws ServeException {
        return fillIn(text, rank, position, budget, name -> true, value -> value);
    }

    /**
     * The same with some of the variables.
     *
     * @param wanted whether a name, in lower case, is one of them
     * @param writing how an encoded value is written
     */
    String fillIn(
            String text,
            Rank rank,
            int position,
            ExpansionBudget budget,
            Predicate<String> wanted,
            UnaryOperator<String> writing)
            throws ServeException {
        int dollar = text.indexOf('$');
        if (dollar < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, dollar);
        while (dollar >= 0) {
            int next = text.indexOf('$', dollar + 1);
            String raw = next < 0 ? null : lookUp(text, dollar, next, rank, position, wanted);
            if (raw == null) {
                out.append(text, dollar, next < 0 ? text.length() : next);
                dollar = next;
            } else {
                String value = writing.apply(raw);
                budget.spend(value.length());
                out.append(value.replace("$", "%24"));
                dollar = text.indexOf('$', next + 1);
                out.append(text, next + 1, dollar < 0 ? text.length() : dollar);
            }
        }
        return out.toString();
    }

    /** Whether a part of a text can be the name of a variable or macro. */
    static boolean isName(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c < 128 && Character.isLetterOrDigit(c)) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return from < to;
    }

    private @Nullable String lookUp(
            String text, int dollar, int next, Rank rank, int position, Predicate<String> wanted) {
        if (!isName(text, dollar + 1, next)) {
            return null;
        }
        String name = text.substring(dollar + 1, next).toLowerCase(Locale.ROOT);
        List<Definition> values = wanted.test(name) ? definitions.get(name) : null;
        return values == null ? null : prevailing(values, rank, position).raw();
    }

    /** The last of the highest rank; of those of the reference's own rank, the last one before it, if there is one. */
    private static Definition prevailing(List<Definition> values, Rank rank, int position) {
        Definition best = values.get(0);
        for (Definition value : values) {
            int order = value.rank().compareTo(best.rank());
            boolean later = value.rank() != rank || value.position() < position || best.position() > position;
            if (order > 0 || order == 0 && later) {
                best = value;
            }
        }
        return best;
    }
}
