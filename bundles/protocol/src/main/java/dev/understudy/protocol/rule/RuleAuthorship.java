package dev.understudy.protocol.rule;

import dev.understudy.catalog.RuleSubstitution;
import dev.understudy.protocol.syntax.PercentCoding;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote which character of a request: the client, a rule, or a rule that took it from what the client wrote. A text has a letter
 * for each of its characters.
 */
final class RuleAuthorship {

    private static final char CLIENT = 'c';
    private static final char GROUP = 'g';
    private static final char RULE = 'r';

    private static final Pattern NAME = Pattern.compile("[?&](?:src|mask)=(?=([^&]*))", Pattern.CASE_INSENSITIVE);

    private RuleAuthorship() {}

    /** The authorship of a text that a client has sent. */
    static String ofClient(int length) {
        return String.valueOf(CLIENT).repeat(length);
    }

    /**
     * Appends the authorship of what stands in for a match.
     *
     * @param match null for what is appended to the request without a match
     */
    static void append(StringBuilder authors, RuleSubstitution substitution, @Nullable MatchResult match) {
        for (RuleSubstitution.Part part : substitution.parts()) {
            append(authors, RULE, part.text().length());
            if (part.group() >= 0 && match != null && match.start(part.group()) >= 0) {
                append(authors, GROUP, match.end(part.group()) - match.start(part.group()));
            }
        }
    }

    private static void append(StringBuilder authors, char author, int count) {
        authors.append(String.valueOf(author).repeat(count));
    }

    /**
     * The objects that rules have written into a query as a whole, command and name, with what their expressions captured. Where a
     * client has written a letter of either, the object is the client's.
     *
     * @param text path and query
     * @param authors of the text
     */
    static Set<String> names(String text, CharSequence authors) {
        Set<String> names = new HashSet<>();
        int question = text.indexOf('?');
        Matcher found = NAME.matcher(text);
        while (question >= 0 && found.find()) {
            boolean begins = found.start() == question || found.start() > question && text.charAt(found.start()) == '&';
            boolean written = isBy(authors, found.start(), found.end(), false)
                    && isBy(authors, found.start(1), found.end(1), true);
            if (begins && written) {
                names.add(PercentCoding.decodeValue(found.group(1)).strip());
            }
        }
        return names;
    }

    private static boolean isBy(CharSequence authors, int start, int end, boolean group) {
        for (int i = start; i < end; i++) {
            if (authors.charAt(i) != RULE && !(group && authors.charAt(i) == GROUP)) {
                return false;
            }
        }
        return true;
    }
}
