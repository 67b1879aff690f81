package dev.understudy.engine.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a query at the ampersands that do not belong to a nested request.
 *
 * <p>Source: the reference's page on basic syntax.
 */
final class Modifiers {

    private Modifiers() {}

    /** The modifiers, still encoded; empty ones and comments are left out. */
    static List<String> split(String query) {
        List<String> modifiers = new ArrayList<>();
        int start = 0;
        while (start < query.length()) {
            int end = end(query, start);
            if (end > start && query.charAt(start) != '.') {
                modifiers.add(query.substring(start, end));
            }
            start = end + 1;
        }
        return modifiers;
    }

    private static int end(String query, int start) {
        int ampersand = endOr(query.indexOf('&', start), query);
        int equals = query.indexOf('=', start);
        if (equals < 0 || equals > ampersand || query.charAt(start) == '.') {
            return ampersand;
        }
        String name = PercentCoding.decode(query.substring(start, equals)).toLowerCase(Locale.ROOT);
        boolean variable = name.startsWith("$");
        boolean nests = variable || name.equals("src") || name.equals("mask") || name.equals("imageset");
        int from = nests ? Embedding.skip(query, equals + 1, variable) : equals + 1;
        return endOr(query.indexOf('&', from), query);
    }

    private static int endOr(int index, String query) {
        return index < 0 ? query.length() : index;
    }
}
