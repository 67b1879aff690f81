package dev.understudy.engine.text;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills an area with lines of text, from its top: each line takes the highest place below the one before that has room for a word,
 * and goes on behind what is left free. What has no room at all is left out; a line is there as a whole or not.
 *
 * <p>Source: the reference's pages on textFlowPath and textFlowXPath.
 */
final class TextFlow {

    /** What lines may lack of room, in points. */
    private static final double TOLERANCE = 1e-3;

    /** The heights at which a line is tried, a line. */
    private static final int TRIES = 8;

    /** Each step halves what is not known of where text ends at the bottom. */
    private static final int STEPS = 10;

    /** As much as takes about a second; an edge that is looked at is 1. */
    private static final long MOST_WORK = 200_000_000;

    private static final int WORK_OF_A_TRY = 100;
    private static final int WORK_OF_A_LINE = 10_000;

    private final List<LineBreaker> paragraphs;
    private final FlowArea area;
    private final Map<WordStart, WordSize> words = new HashMap<>();
    private final double bottom;
    private long work;

    TextFlow(List<LineBreaker> paragraphs, FlowArea area) {
        this.paragraphs = paragraphs;
        this.area = area;
        bottom = area.bottom() + TOLERANCE;
    }

    /**
     * A line in its place.
     *
     * @param left its left edge, in points along the text
     * @param top its upper edge, likewise
     * @param end behind its last character
     */
    private record PlacedLine(TextLine line, double left, double top, int end) {}

    /** Where a word begins, or a letter. */
    private record WordStart(LineBreaker paragraph, int at, boolean isLetter) {}

    /** The room that a word needs, in points. */
    private record WordSize(double width, double height) {}

    /** A flow of text on its way down. */
    private final class Run {

        private final List<PlacedLine> placed = new ArrayList<>();
        private double y;
        private int start;

        Run(double top) {
            y = top;
        }

        /** Whether all paragraphs have room. */
        boolean place() throws ServeException {
            for (LineBreaker paragraph : paragraphs) {
                start = 0;
                int broken = 0;
                while (start < paragraph.length()) {
                    if (!placeLine(paragraph, start < broken)) {
                        if (start < broken) {
                            return false;
                        }
                        broken = paragraph.first(start, false);
                    }
                }
            }
            return true;
        }

        /** Places what is beside each other; whether that is anything. */
        private boolean placeLine(LineBreaker paragraph, boolean insideWords) throws ServeException {
            double first = word(paragraph, start, insideWords).height();
            for (double top = y; top + first <= bottom; top += first / TRIES) {
                double height = first;
                List<PlacedLine> row = row(paragraph, top, height, insideWords);
                while (height(row) > height) {
                    height = height(row);
                    row = top + height <= bottom ? row(paragraph, top, height, insideWords) : List.of();
                }
                if (!row.isEmpty()) {
                    placed.addAll(onOneBaseline(row));
                    y = top + height;
                    start = row.get(row.size() - 1).end();
                    return true;
                }
            }
            return false;
        }

        private List<PlacedLine> row(LineBreaker paragraph, double top, double height, boolean insideWords)
                throws ServeException {
            List<FlowArea.Gap> gaps = gaps(top, height);
            if (!paragraph.isLeftToRight()) {
                Collections.reverse(gaps);
            }
            List<PlacedLine> row = new ArrayList<>();
            int at = start;
            for (FlowArea.Gap gap : gaps) {
                double width = gap.width() + TOLERANCE;
                if (at < paragraph.length() && word(paragraph, at, insideWords).width() <= width) {
                    int end = paragraph.end(at, (float) width, insideWords);
                    addWork(WORK_OF_A_LINE);
                    TextLine line = paragraph.line(at, end, (float) width);
                    double left = gap.left() + (gap.width() - line.width()) * line.share();
                    row.add(new PlacedLine(line, left, top, end));
                    at = end;
                }
            }
            return row;
        }
    }

    private WordSize word(LineBreaker paragraph, int at, boolean isLetter) throws ServeException {
        WordStart start = new WordStart(paragraph, at, isLetter);
        WordSize known = words.get(start);
        if (known != null) {
            return known;
        }
        addWork(WORK_OF_A_LINE);
        TextLine line = paragraph.line(at, paragraph.first(at, isLetter), Float.MAX_VALUE);
        WordSize size = new WordSize(line.width(), line.height());
        words.put(start, size);
        return size;
    }

    private static double height(List<PlacedLine> row) {
        double ascent = ascent(row);
        return row.stream()
                .map(PlacedLine::line)
                .mapToDouble(line -> ascent + line.height() - line.ascent())
                .max()
                .orElse(0);
    }

    private static double ascent(List<PlacedLine> row) {
        return row.stream()
                .map(PlacedLine::line)
                .mapToDouble(TextLine::ascent)
                .max()
                .orElse(0);
    }

    private static List<PlacedLine> onOneBaseline(List<PlacedLine> row) {
        double ascent = ascent(row);
        return row.stream()
                .map(line -> new PlacedLine(
                        line.line(),
                        line.left(),
                        line.top() + ascent - line.line().ascent(),
                        line.end()))
                .toList();
    }

    private List<FlowArea.Gap> gaps(double top, double height) throws ServeException {
        addWork(area.edges() + WORK_OF_A_TRY);
        return area.gaps(top, top + height);
    }

    private void addWork(int more) throws ServeException {
        work += more;
        if (work > MOST_WORK) {
            throw tooMuchWork("textFlowPath");
        }
    }

    /** The failure of text that could not be set within a second or so. */
    static ServeException tooMuchWork(String command) {
        return new ServeException(new Failure.InvalidParameter(
                command, "…", "an area that takes less work: with fewer curves, smaller, or for larger letters"));
    }

    /**
     * The text in the area.
     *
     * @param vertical where it stands when there is room below
     * @param toPixels from points along the text to pixels
     */
    TextOutlines set(Align vertical, AffineTransform toPixels) throws ServeException {
        Run run = new Run(area.top());
        boolean fits = run.place();
        double share = vertical.share(true);
        if (fits && share > 0) {
            double lowest = lowest(run.y);
            Run lower = new Run(area.top() + (lowest - area.top()) * share);
            run = lower.place() ? lower : run;
        }
        List<TextOutlines.ColoredShape> shapes = new ArrayList<>();
        for (PlacedLine line : run.placed) {
            shapes.addAll(line.line().shapes(toPixels, line.left(), line.top()));
        }
        return new TextOutlines(shapes);
    }

    /**
     * The lowest place at which all of the text can begin.
     *
     * @param end where it ends when it begins at the top
     */
    private double lowest(double end) throws ServeException {
        double fits = area.top();
        double tooLow = area.bottom();
        // where lines have the same room all the way down, they move as a whole
        double moved = fits + tooLow - end;
        Run whole = new Run(moved);
        if (!whole.place()) {
            tooLow = moved;
        } else if (whole.y >= area.bottom() - TOLERANCE) {
            return moved;
        } else {
            fits = moved;
        }
        for (int i = 0; i < STEPS; i++) {
            double middle = (fits + tooLow) / 2;
            if (new Run(middle).place()) {
                fits = middle;
            } else {
                tooLow = middle;
            }
        }
        return fits;
    }
}
