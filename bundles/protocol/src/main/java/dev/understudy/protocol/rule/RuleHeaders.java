package dev.understudy.protocol.rule;

import dev.understudy.catalog.RuleHeader;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.Modifier;
import dev.understudy.protocol.syntax.QuerySplitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers that rules give an answer, with the substitution variables of the request filled in. Values are not looked through
 * again, and variables that the request does not define stay as they are. A value that stands in a quoted string does not end it.
 *
 * <p>Source: the reference's pages on header and substitution variables.
 */
public final class RuleHeaders {

    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z0-9._-]+)\\$");

    private RuleHeaders() {}

    /**
     * Fills in variables.
     *
     * @param query of the request, after rules, locks and obfuscation; null for none
     * @throws ServeException {@code request.refused} when a header becomes one that HTTP does not have
     */
    public static List<RuleHeader> filledIn(List<RuleHeader> headers, @Nullable String query) throws ServeException {
        if (headers.isEmpty()) {
            return headers;
        }
        Map<String, String> variables = variables(query == null ? "" : query);
        List<RuleHeader> filled = new ArrayList<>();
        for (RuleHeader header : headers) {
            try {
                filled.add(new RuleHeader(
                                filledIn(header.name(), variables),
                                filledIn(header.value(), variables).strip(),
                                header.adds())
                        .requireName()
                        .requireValue());
            } catch (IllegalArgumentException e) {
                throw new ServeException(new Failure.Refused(
                        "With the variables of this request, a rule's header cannot be sent: " + e.getMessage()));
            }
        }
        return List.copyOf(filled);
    }

    /** The variables that a query defines, by their names in lower case; of several, the last one. */
    private static Map<String, String> variables(String query) {
        Map<String, String> variables = new HashMap<>();
        for (Modifier modifier : QuerySplitter.split(query)) {
            String name = modifier.name();
            if (modifier.hasValue() && name.startsWith("$")) {
                variables.put(name.substring(1).toLowerCase(Locale.ROOT), modifier.value());
            }
        }
        return variables;
    }

    private static String filledIn(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String value = variables.get(found.group(1).toLowerCase(Locale.ROOT));
            return Matcher.quoteReplacement(
                    value == null ? found.group() : isQuoted(text, found.start()) ? escaped(value) : value);
        });
    }

    /** Whether a place in a header's text is within a quoted string. */
    private static boolean isQuoted(String text, int place) {
        boolean quoted = false;
        for (int i = 0; i < place; i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (quoted && text.charAt(i) == '\\') {
                i++;
            }
        }
        return quoted;
    }

    /** A value as it stands in a quoted string, which it cannot end. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
