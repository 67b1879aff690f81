package dev.understudy.itest.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** What the bytes of a file must be. */
final class FileChecks {

    private static final List<String> PNG_COLORS =
            List.of("gray", "?", "rgb", "palette", "gray-alpha", "?", "rgb-alpha");

    private FileChecks() {}

    /** The same bytes as the answer to another request. */
    static Check same(String target) {
        return exchange -> {
            if (!Arrays.equals(exchange.reply().body(), exchange.other(target).body())) {
                throw new AssertionError("other bytes than " + target);
            }
        };
    }

    /** Other bytes than the answer to another request. */
    static Check differs(String target) {
        return exchange -> {
            if (Arrays.equals(exchange.reply().body(), exchange.other(target).body())) {
                throw new AssertionError("the same bytes as " + target);
            }
        };
    }

    /** Fewer bytes than the answer to another request. */
    static Check smaller(String target) {
        return exchange -> {
            int length = exchange.reply().body().length;
            int other = exchange.other(target).body().length;
            if (length >= other) {
                throw new AssertionError(length + " bytes, and " + target + " has " + other);
            }
        };
    }

    /** Words out of baseline, progressive, gray, 4:4:4, 4:2:0, 150dpi and 10scans that must all be true of the JPEG. */
    static Check jpeg(String rest) {
        return exchange ->
                requireWords("JPEG", JpegFacts.of(exchange.reply().body()).words(), rest);
    }

    /** The PNG's color type: gray, rgb, palette, gray-alpha or rgb-alpha. */
    static Check png(String rest) {
        return exchange -> requireWords(
                "PNG", new TreeSet<>(List.of(PNG_COLORS.get(exchange.reply().body()[25]))), rest);
    }

    private static void requireWords(String format, TreeSet<String> found, String wanted) {
        if (!found.containsAll(List.of(wanted.split(" ")))) {
            throw new AssertionError("a " + format + " of " + found + " instead of " + wanted);
        }
    }
}
