package dev.understudy.settings;

import java.util.HashMap;
import java.util.Map;

/** The mark that some editors put at the start of a file: installers take it for a part of the first name. */
public final class ByteOrderMark {

    private static final String MARK = "\uFEFF";

    /** The mark in a file that was read as ISO-8859-1. */
    private static final String MISREAD = "\u00EF\u00BB\u00BF";

    private ByteOrderMark() {}

    /** Properties as the same file without a mark would have them. */
    public static <T> Map<String, T> removed(Map<String, T> properties) {
        Map<String, T> removed = new HashMap<>();
        properties.forEach((name, value) -> {
            boolean marked = name.startsWith(MARK) || name.startsWith(MISREAD);
            String unmarked = marked ? name.substring(name.startsWith(MARK) ? MARK.length() : MISREAD.length()) : name;
            if (!marked || !isComment(unmarked)) {
                removed.put(unmarked, value);
            }
        });
        return removed;
    }

    private static boolean isComment(String line) {
        return line.isEmpty() || line.startsWith("#") || line.startsWith("!");
    }
}
