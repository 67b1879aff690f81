package dev.understudy.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * What a preprocessing rule puts in the place of the text that its expression matches. {@code $n} stands for what the n-th group has
 * captured, {@code $0} for all that was matched, and a backslash takes the meaning from the character after it. A dollar sign
 * without a digit stands for itself, so that macros can be written as they are.
 *
 * <p>Source: the reference's pages on rule sets and substitution.
 *
 * @param parts in their order
 */
public record RuleSubstitution(List<Part> parts) {

    /**
     * A part of a substitution.
     *
     * @param text plain text
     * @param group the number of the group that stands after the text; -1 for none
     */
    public record Part(String text, int group) {}

    public RuleSubstitution {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a substitution. As in {@link java.util.regex.Matcher#appendReplacement}, a number goes on as long as there is such a
     * group.
     *
     * @param groups the number of groups of the expression
     * @throws IllegalArgumentException when it names a group that the expression does not have, or has a control character
     */
    public static RuleSubstitution parse(String text, int groups) {
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new IllegalArgumentException(
                    "there is a line break or another control character, which no request has; white space counts");
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '\\' && i + 1 < text.length()) {
                plain.append(next);
                i++;
            } else if (c == '$' && next >= '0' && next <= '9') {
                int end = end(text, i + 1, groups);
                parts.add(new Part(plain.toString(), Integer.parseInt(text, i + 1, end, 10)));
                plain.setLength(0);
                i = end - 1;
            } else {
                plain.append(c);
            }
        }
        parts.add(new Part(plain.toString(), -1));
        return new RuleSubstitution(parts);
    }

    /** The end of the number of a group that begins at {@code start}. */
    private static int end(String text, int start, int groups) {
        int end = start + 1;
        if (text.charAt(start) - '0' > groups) {
            throw new IllegalArgumentException("'$" + text.charAt(start) + "' stands for no group; allowed: $0..$"
                    + groups + ", and \\$ for a dollar sign before a digit");
        }
        while (end < text.length()
                && end - start < 4
                && text.charAt(end) >= '0'
                && text.charAt(end) <= '9'
                && Integer.parseInt(text, start, end + 1, 10) <= groups) {
            end++;
        }
        return end;
    }

    /**
     * Appends what stands in for a match.
     *
     * @param match null for what is appended to the request without a match
     * @return where the first ampersand of the plain text has come to stand; -1 for none
     */
    public int appendTo(StringBuilder out, @Nullable MatchResult match) {
        int ampersand = -1;
        for (Part part : parts) {
            int at = part.text().indexOf('&');
            if (ampersand < 0 && at >= 0) {
                ampersand = out.length() + at;
            }
            out.append(part.text());
            String captured = part.group() < 0 || match == null ? null : match.group(part.group());
            if (captured != null) {
                out.append(captured);
            }
        }
        return ampersand;
    }
}
