package dev.understudy.tools.lint;

import dev.understudy.catalog.CatalogProblem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Writes what was found as text for a terminal. */
final class LintText {

    private LintText() {}

    /**
     * Writes the whole report.
     *
     * @param most how many shapes are written at most
     */
    static void write(LintTally tally, List<CatalogProblem> problems, int most, PrintWriter out) {
        problems.forEach(problem -> out.println("catalogs: " + problem));
        out.println(summary(tally));
        List<LintTally.Entry> entries = tally.entries();
        for (LintTally.Entry entry : entries.subList(0, Math.min(most, entries.size()))) {
            out.println();
            out.printf(Locale.ROOT, "%-8s%8d x  %s%n", word(entry.level()), entry.count(), entry.shape());
            entry.findings().forEach(found -> out.println("    " + found.code() + ": " + found.message()));
            if (!entry.findings().isEmpty()) {
                out.println("    such as " + entry.example());
            }
        }
        if (entries.size() > most) {
            out.println();
            out.println("and " + (entries.size() - most) + " shapes more (--top)");
        }
        out.flush();
    }

    /** The numbers in a sentence. */
    static String summary(LintTally tally) {
        return String.format(
                Locale.ROOT,
                "%d requests in %d shapes: %d answered by errors, %d with warnings, %d with notes, %d without a finding;"
                        + " %d other lines",
                tally.requests(),
                tally.entries().size(),
                tally.count(LintLevel.ERROR),
                tally.count(LintLevel.WARNING),
                tally.count(LintLevel.NOTE),
                tally.count(LintLevel.NONE),
                tally.others());
    }

    /** A level as reports have it. */
    static String word(LintLevel level) {
        return level == LintLevel.NONE ? "ok" : level.name().toLowerCase(Locale.ROOT);
    }
}
