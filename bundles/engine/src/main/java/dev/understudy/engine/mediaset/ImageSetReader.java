package dev.understudy.engine.mediaset;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.PercentCoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of sets: entries separated by commas, each of items separated by semicolons, the first of them perhaps of pages
 * separated by colons. Braces or parentheses are around sets within the set, and around colors.
 *
 * <p>Source: the reference's page on ImageSet.
 */
final class ImageSetReader {

    /** Braces within braces. */
    private static final int DEPTH = 64;

    /** Entries in all. */
    private static final int ENTRIES = 5_000;

    /** A color and its label; the blank between them is encoded where the set stands in a URL. Groups that give back would be matched by recursion. */
    private static final Pattern COLOR =
            Pattern.compile("(?:\\s|%20)*+(0[xX]\\p{XDigit}{6})(?:(?:\\s|%20)++(.*))?", Pattern.DOTALL);

    private final String whole;
    private int entries;

    private ImageSetReader(String whole) {
        this.whole = whole;
    }

    /**
     * The entries of a set; those without anything in them are left out.
     *
     * @param text names in it are still encoded, separators are not
     * @throws ServeException {@code request.malformed} when braces do not match, {@code size.limit} when there is too much of it
     */
    static List<SetEntry> read(String text) throws ServeException {
        return new ImageSetReader(text).entries(text, 0);
    }

    private List<SetEntry> entries(String text, int depth) throws ServeException {
        require("The depth of braces in a set", depth, DEPTH);
        List<SetEntry> read = new ArrayList<>();
        for (String entry : split(text, ',')) {
            if (!entry.isBlank()) {
                require("The number of entries of a set", ++entries, ENTRIES);
                read.add(entry(entry, depth));
            }
        }
        return read;
    }

    private SetEntry entry(String text, int depth) throws ServeException {
        List<String> parts = split(text, ';');
        List<SetItem> pages = new ArrayList<>();
        for (String page : split(parts.get(0), ':')) {
            pages.add(item(page, depth));
        }
        List<SetItem> details = new ArrayList<>();
        for (String detail : parts.subList(1, parts.size())) {
            details.add(item(detail, depth));
        }
        return new SetEntry(pages, details);
    }

    private SetItem item(String text, int depth) throws ServeException {
        String stripped = text.strip();
        if (!isEnclosed(stripped)) {
            return named(stripped);
        }
        String inner = stripped.substring(1, stripped.length() - 1);
        Matcher color = COLOR.matcher(inner);
        if (color.matches()) {
            String label = color.group(2) == null ? "" : PercentCoding.decode(color.group(2));
            return new SetItem.SolidColor(color.group(1).toLowerCase(Locale.ROOT), label.strip());
        }
        return new SetItem.Inline(inner, entries(inner, depth + 1));
    }

    private static SetItem named(String text) {
        String[] parts = text.split("\\?", 3);
        return new SetItem.Named(
                PercentCoding.decode(parts[0]).strip(),
                parts.length > 1 ? parts[1] : "",
                parts.length > 2 ? parts[2] : "");
    }

    /** Whether one pair of braces or parentheses is around all of a text whose braces match. */
    static boolean isEnclosed(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += step(text.charAt(i));
            if (depth == 0 && i < text.length() - 1) {
                return false;
            }
        }
        return text.length() > 1 && step(text.charAt(0)) > 0;
    }

    /** Whether the braces and parentheses of a text come in pairs. */
    static boolean isBalanced(String text) {
        try {
            new ImageSetReader(text).split(text, ',');
            return true;
        } catch (ServeException e) {
            return false;
        }
    }

    /** The parts of a text between separators that stand in no braces. */
    private List<String> split(String text, char separator) throws ServeException {
        List<String> parts = new ArrayList<>();
        StringBuilder closers = new StringBuilder();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (step(c) > 0) {
                closers.append(c == '{' ? '}' : ')');
            } else if (step(c) < 0) {
                close(closers, c);
            } else if (c == separator && closers.isEmpty()) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (!closers.isEmpty()) {
            throw unmatched();
        }
        parts.add(text.substring(start));
        return parts;
    }

    private void close(StringBuilder closers, char c) throws ServeException {
        int last = closers.length() - 1;
        if (last < 0 || closers.charAt(last) != c) {
            throw unmatched();
        }
        closers.setLength(last);
    }

    private static int step(char c) {
        return switch (c) {
            case '{', '(' -> 1;
            case '}', ')' -> -1;
            default -> 0;
        };
    }

    private ServeException unmatched() {
        String shown = whole.length() > 80 ? whole.substring(0, 80) + "…" : whole;
        return new ServeException(
                new Failure.Malformed("Braces and parentheses in a set come in pairs; these do not: " + shown));
    }

    private static void require(String what, int size, int limit) throws ServeException {
        if (size > limit) {
            throw new ServeException(new Failure.TooLarge(what + " (" + size + ")", "the limit of " + limit));
        }
    }
}
