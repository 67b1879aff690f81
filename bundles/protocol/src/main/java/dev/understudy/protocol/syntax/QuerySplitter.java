package dev.understudy.protocol.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a query at the ampersands that do not belong to a nested request. After one that never ends, every ampersand counts:
 * the request is broken, and its other modifiers are needed to answer it.
 *
 * <p>Source: the reference's page on basic syntax.
 */
public final class QuerySplitter {

    private final String query;
    private boolean nesting = true;

    private QuerySplitter(String query) {
        this.query = query;
    }

    /** The modifiers of a query; empty ones and comments are left out. */
    public static List<Modifier> split(String query) {
        return new QuerySplitter(query).split();
    }

    private List<Modifier> split() {
        List<Modifier> modifiers = new ArrayList<>();
        int start = 0;
        while (start < query.length()) {
            int end = end(start);
            if (end > start && query.charAt(start) != '.') {
                modifiers.add(new Modifier(query.substring(start, end)));
            }
            start = end + 1;
        }
        return modifiers;
    }

    private int end(int start) {
        int ampersand = ampersand(start);
        int equals = query.substring(start, ampersand).indexOf('=') + start;
        if (!nesting || equals < start || query.charAt(start) == '.') {
            return ampersand;
        }
        String name = PercentCoding.decode(query.substring(start, equals)).toLowerCase(Locale.ROOT);
        boolean variable = name.startsWith("$");
        if (!variable && !name.equals("src") && !name.equals("mask") && !name.equals("imageset")) {
            return ampersand;
        }
        int end = NestedRequest.skip(query, equals + 1, variable);
        nesting = end >= 0;
        return nesting ? ampersand(end) : ampersand;
    }

    private int ampersand(int from) {
        int index = query.indexOf('&', from);
        return index < 0 ? query.length() : index;
    }
}
