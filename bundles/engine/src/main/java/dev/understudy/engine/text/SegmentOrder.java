package dev.understudy.engine.text;

import java.awt.font.FontRenderContext;
import java.awt.font.TextMeasurer;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts the characters of a line in the order in which they stand, from left to right. Java does that for text of one color on
 * one base line; where there are several, the stretches of each color and direction are ordered here.
 */
final class SegmentOrder {

    private final FormattedLine line;
    private final Bidi directions;
    private final TextMeasurer measurer;

    /**
     * The order of a text.
     *
     * @param context that letters are measured in
     */
    SegmentOrder(FormattedLine line, FontRenderContext context) {
        this.line = line;
        directions = new Bidi(line.attributed().getIterator());
        measurer = new TextMeasurer(line.attributed().getIterator(), context);
    }

    /** Whether all of the text is read from left to right, however parts of it are. */
    boolean isLeftToRight() {
        return directions.baseIsLeftToRight();
    }

    /**
     * A line from a position to another one.
     *
     * @param byWords whether a segment ends at each blank, so that blanks can be widened
     */
    List<TextSegment> segments(int start, int lineEnd, boolean byWords) {
        int end = isLeftToRight() ? lineEnd : withoutBlanks(start, lineEnd);
        Piece[] ordered = pieces(start, end, byWords).toArray(Piece[]::new);
        byte[] levels = new byte[ordered.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) ordered[i].level();
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        List<TextSegment> segments = new ArrayList<>();
        for (Piece piece : ordered) {
            segments.add(line.segment(measurer.getLayout(piece.start(), piece.end()), piece.start(), piece.end()));
        }
        return segments;
    }

    /** Characters of one look and, where there are several pieces, one direction. */
    private record Piece(int start, int end, int level) {}

    private List<Piece> pieces(int start, int end, boolean byWords) {
        Map<Integer, SegmentLook> changes = line.looks().subMap(start, false, end, false);
        if (changes.isEmpty() && !byWords) {
            return List.of(new Piece(start, end, 0));
        }
        Bidi bidi = directions.createLineBidi(start, end);
        List<Piece> pieces = new ArrayList<>();
        int from = start;
        for (int at = start + 1; at <= end; at++) {
            int level = bidi.getLevelAt(from - start);
            if (at == end
                    || changes.containsKey(at)
                    || bidi.getLevelAt(at - start) != level
                    || isAtBlanks(from, at, level, bidi)
                    || byWords && isBlank(at - 1) && !isBlank(at)) {
                pieces.add(new Piece(from, at, level));
                from = at;
            }
        }
        return pieces;
    }

    /**
     * Whether blanks begin or end in a stretch against the direction of the line. Those at its end would go to its other side,
     * since Java takes them for the end of a line.
     */
    private boolean isAtBlanks(int from, int at, int level, Bidi bidi) {
        return level != bidi.getBaseLevel() && isBlank(at) != isBlank(from);
    }

    private int withoutBlanks(int start, int end) {
        int last = end;
        while (last > start + 1 && isBlank(last - 1)) {
            last--;
        }
        return last;
    }

    private boolean isBlank(int position) {
        return Character.isWhitespace(line.text().charAt(position));
    }
}
