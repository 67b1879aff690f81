package dev.understudy.engine.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Text with its formatting.
 *
 * @param lines what hard breaks separate, at least one
 * @param vertical where the text stands in a box that is higher
 */
record TextDocument(List<Line> lines, Align vertical) {

    TextDocument {
        lines = List.copyOf(lines);
    }

    /** The names of the fonts in which there are characters; the empty name for the default font is none. */
    Set<String> fontNames() {
        return lines.stream()
                .flatMap(line -> line.runs().stream())
                .map(run -> run.style().font())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The text between two hard breaks.
     *
     * @param runs in reading order; none for an empty line
     * @param align where it stands
     * @param style of an empty line
     */
    record Line(List<Run> runs, Align align, TextStyle style) {
        Line {
            runs = List.copyOf(runs);
        }
    }

    /** Characters that look alike. */
    record Run(String text, TextStyle style) {}
}
