package dev.understudy.engine.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text with its formatting.
 *
 * @param lines what hard breaks separate, at least one
 * @param vertical where the text stands in a box that is higher
 * @param margins what of the box is left free
 * @param topToBottom whether lines run from top to bottom, one on the left of the other
 */
record TextDocument(List<Line> lines, Align vertical, BoxMargins margins, boolean topToBottom) {

    TextDocument {
        lines = List.copyOf(lines);
    }

    /** The names of the fonts in which there are characters; the empty name for the default font is none. */
    Set<String> fontNames() {
        return styles().map(TextStyle::font)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same with other margins. */
    TextDocument with(BoxMargins newMargins) {
        return new TextDocument(lines, vertical, newMargins, topToBottom);
    }

    /** Whether some of it grows to fill its box. */
    boolean grows() {
        return styles().anyMatch(TextStyle::grows);
    }

    /** Whether some of it is to have so many lines, and no more. */
    boolean hasLineLimits() {
        return styles().anyMatch(style -> style.copyFit().limit() > 0);
    }

    /** All of it as large as it is when text has grown; see {@link TextStyle#grown}. */
    TextDocument grown(double growth) {
        return new TextDocument(
                lines.stream().map(line -> line.grown(growth)).toList(), vertical, margins, topToBottom);
    }

    private Stream<TextStyle> styles() {
        return lines.stream().flatMap(line -> line.runs().stream()).map(Run::style);
    }

    /**
     * The text between two hard breaks.
     *
     * @param runs in reading order; none for an empty line
     * @param paragraph the look of the paragraph that it is of
     * @param style of an empty line
     * @param begins whether the paragraph begins with it
     * @param ends whether the paragraph ends with it
     */
    record Line(List<Run> runs, ParagraphStyle paragraph, TextStyle style, boolean begins, boolean ends) {
        Line {
            runs = List.copyOf(runs);
        }

        Align align() {
            return paragraph.align();
        }

        /** The limits of the first of its runs that has some. */
        CopyFit copyFit() {
            return runs.stream()
                    .map(run -> run.style().copyFit())
                    .filter(fit -> fit.limit() > 0)
                    .findFirst()
                    .orElse(CopyFit.NONE);
        }

        /** Whether there is more or less space between letters than their font has. */
        boolean isTracked() {
            return runs.stream()
                    .map(run -> run.style().spacing())
                    .anyMatch(spacing -> spacing.tracking() != 0 || spacing.optical());
        }

        private Line grown(double growth) {
            List<Run> grown = runs.stream()
                    .map(run -> new Run(run.text(), run.style().grown(growth)))
                    .toList();
            return new Line(grown, paragraph, style.grown(growth), begins, ends);
        }
    }

    /** Characters that look alike. */
    record Run(String text, TextStyle style) {}
}
