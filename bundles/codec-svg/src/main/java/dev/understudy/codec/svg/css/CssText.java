package dev.understudy.codec.svg.css;

import java.util.ArrayList;
import java.util.List;

/** What all that is written in CSS has in common: comments, strings and parentheses. */
final class CssText {

    private CssText() {}

    /** The text without comments, and without the marks that hide it from programs that know no CSS. */
    static String withoutComments(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf("/*", at);
            plain.append(text, at, start < 0 ? text.length() : start);
            int end = start < 0 ? -1 : text.indexOf("*/", start + 2);
            at = end < 0 ? text.length() : end + 2;
        }
        return plain.toString().replace("<!--", " ").replace("-->", " ");
    }

    /** A name without the quotation marks around it. */
    static String unquoted(String name) {
        return name.strip().replaceAll("^['\"]|['\"]$", "").strip();
    }

    /** The parts between separators that stand neither in a string nor in parentheses; empty ones are left out. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = find(text, start, String.valueOf(separator));
            String part = text.substring(start, end).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            start = end + 1;
        }
        return parts;
    }

    /** Where one of some characters stands outside of strings and parentheses, from a place on; the text's length if none does. */
    static int find(String text, int from, String wanted) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (depth == 0 && wanted.indexOf(c) >= 0) {
                return i;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth = Math.max(0, depth - 1);
            }
        }
        return text.length();
    }
}
