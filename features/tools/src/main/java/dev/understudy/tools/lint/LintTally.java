package dev.understudy.tools.lint;

import dev.understudy.tools.url.RequestTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts requests by their shape and by what was found. */
final class LintTally {

    /** How many shapes are kept apart; a log that is made to have more has the rest counted together. */
    private static final int SHAPES = 20_000;

    private final Map<Kind, Entry> entries = new LinkedHashMap<>();
    private final Map<LintLevel, Long> levels = new EnumMap<>(LintLevel.class);
    private long requests;
    private long others;

    private record Kind(String shape, List<String> codes) {}

    /**
     * Requests of one shape that had the same findings.
     *
     * @param shape what they have in common
     * @param level that of the gravest finding
     * @param findings those of the first of them
     * @param example the first of them
     * @param count how many there are
     */
    record Entry(String shape, LintLevel level, List<LintFinding> findings, String example, long count) {

        private Entry again() {
            return new Entry(shape, level, findings, example, count + 1);
        }
    }

    /** Counts a request. */
    void add(RequestTarget target, List<LintFinding> findings) {
        List<String> codes =
                findings.stream().map(LintFinding::code).distinct().sorted().toList();
        LintLevel level = level(findings);
        requests++;
        levels.merge(level, 1L, Long::sum);
        Kind kind = new Kind(UrlShape.of(target), codes);
        if (entries.size() >= SHAPES && !entries.containsKey(kind)) {
            kind = new Kind(UrlShape.ANYTHING, codes);
        }
        String shape = kind.shape();
        entries.merge(
                kind, new Entry(shape, level, List.copyOf(findings), target.toString(), 1), (old, one) -> old.again());
    }

    /** Counts a line without a request. */
    void addOther() {
        others++;
    }

    /** All entries: the gravest first, and of equals the most frequent. */
    List<Entry> entries() {
        List<Entry> sorted = new ArrayList<>(entries.values());
        sorted.sort(Comparator.comparing(Entry::level)
                .reversed()
                .thenComparing(Comparator.comparingLong(Entry::count).reversed())
                .thenComparing(Entry::shape));
        return sorted;
    }

    long requests() {
        return requests;
    }

    /** How many lines had no request of the protocol. */
    long others() {
        return others;
    }

    /** How many requests have this as their gravest level. */
    long count(LintLevel level) {
        return levels.getOrDefault(level, 0L);
    }

    private static LintLevel level(List<LintFinding> findings) {
        return findings.stream()
                .map(LintFinding::level)
                .max(Comparator.naturalOrder())
                .orElse(LintLevel.NONE);
    }
}
