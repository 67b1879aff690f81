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

    private static final int WORK_OF_A_TRY = 100;
    private static final int WORK_OF_A_LINE = 10_000;

    private final List<LineBreaker> paragraphs;
    private final FlowArea area;
    private final Map<WordStart, WordSize> words = new HashMap<>();
    private final double bottom;
    private final FlowWork work;

    TextFlow(List<LineBreaker> paragraphs, FlowArea area, FlowWork work) {
        this.work = work;
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
        private boolean breaksWords;

        Run(double top) {
            y = top;
        }

        /** Places what there may be of each paragraph; whether that has room. */
        boolean place() throws ServeException {
            LineLimit limit = new LineLimit();
            for (LineBreaker paragraph : paragraphs) {
                int most = limit.left(paragraph.copyFit().maxLines());
                int lines = place(paragraph, most);
                if (lines < 0) {
                    return false;
                }
                limit.use(lines);
            }
            return true;
        }

        /** Whether all paragraphs have room without a broken word, in as many lines as they are to have. */
        boolean fits() throws ServeException {
            int limit = 0;
            int counted = 0;
            int hardLines = 0;
            for (LineBreaker paragraph : paragraphs) {
                int lines = place(paragraph, Integer.MAX_VALUE);
                boolean same = paragraph.copyFit().limit() == limit;
                counted = same ? counted + lines : lines;
                hardLines = same ? hardLines + 1 : 1;
                limit = paragraph.copyFit().limit();
                if (lines < 0 || breaksWords || limit > 0 && counted > Math.max(limit, hardLines)) {
                    return false;
                }
            }
            return true;
        }

        /** Places some lines of a paragraph; how many there are, below 0 when not all of it has room. */
        private int place(LineBreaker paragraph, int most) throws ServeException {
            start = 0;
            int broken = 0;
            int lines = 0;
            while (start < paragraph.length() && lines < most) {
                if (placeLine(paragraph, start < broken)) {
                    lines++;
                } else if (start < broken) {
                    return -1;
                } else {
                    broken = paragraph.first(start, false);
                    breaksWords = true;
                }
            }
            return lines;
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
                    work.add(WORK_OF_A_LINE);
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
        work.add(WORK_OF_A_LINE);
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
        work.add(area.edges() + WORK_OF_A_TRY);
        return area.gaps(top, top + height);
    }

    /** The failure of text that could not be set within a second or so. */
    static ServeException tooMuchWork(String command) {
        return new ServeException(new Failure.InvalidParameter(
                command, "…", "an area that takes less work: with fewer curves, smaller, or for larger letters"));
    }

    /** Whether all of the text has room from the top on without a broken word, in as many lines as it is to have. */
    boolean fits() throws ServeException {
        return new Run(area.top()).fits();
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
