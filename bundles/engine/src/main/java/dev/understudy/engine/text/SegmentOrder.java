package dev.understudy.engine.text;

import java.awt.font.TextMeasurer;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Puts the characters of a line in the order in which they stand, from left to right. Java does that for text of one color on
 * one base line; where there are several, the stretches of each color and direction are ordered here.
 */
final class SegmentOrder {

    private final String text;
    private final NavigableMap<Integer, TextStyle> colorRuns;
    private final Bidi directions;
    private final TextMeasurer measurer;

    /**
     * The order of a text.
     *
     * @param colorRuns where each stretch of one color that stands on one base line begins, and how it looks
     * @param directions of all of the text
     * @param measurer of all of the text
     */
    SegmentOrder(String text, NavigableMap<Integer, TextStyle> looks, Bidi directions, TextMeasurer measurer) {
        this.text = text;
        this.colorRuns = looks;
        this.directions = directions;
        this.measurer = measurer;
    }

    /** Whether all of the text is read from left to right, however parts of it are. */
    boolean isLeftToRight() {
        return directions.baseIsLeftToRight();
    }

    /** A line from a position to another one. */
    List<TextLine.Segment> segments(int start, int lineEnd) {
        int end = isLeftToRight() ? lineEnd : withoutBlanks(start, lineEnd);
        List<Piece> pieces = pieces(start, end);
        Piece[] ordered = pieces.toArray(Piece[]::new);
        byte[] levels = new byte[ordered.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) ordered[i].level();
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        List<TextLine.Segment> segments = new ArrayList<>();
        for (Piece piece : ordered) {
            TextStyle look = colorRuns.floorEntry(piece.start()).getValue();
            segments.add(new TextLine.Segment(
                    measurer.getLayout(piece.start(), piece.end()),
                    look.rise(),
                    look.spacing().scaleY(),
                    look.color(),
                    text.substring(piece.start(), piece.end())));
        }
        return segments;
    }

    /** Characters of one look and, where there are several looks, one direction. */
    private record Piece(int start, int end, int level) {}

    private List<Piece> pieces(int start, int end) {
        Map<Integer, TextStyle> changes = colorRuns.subMap(start, false, end, false);
        if (changes.isEmpty()) {
            return List.of(new Piece(start, end, 0));
        }
        Bidi line = directions.createLineBidi(start, end);
        List<Piece> pieces = new ArrayList<>();
        int from = start;
        for (int at = start + 1; at <= end; at++) {
            int level = line.getLevelAt(from - start);
            if (at == end
                    || changes.containsKey(at)
                    || line.getLevelAt(at - start) != level
                    || isAtBlanks(from, at, level, line)) {
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
    private boolean isAtBlanks(int from, int at, int level, Bidi line) {
        return level != line.getBaseLevel() && isBlank(at) != isBlank(from);
    }

    private int withoutBlanks(int start, int end) {
        int last = end;
        while (last > start + 1 && isBlank(last - 1)) {
            last--;
        }
        return last;
    }

    private boolean isBlank(int position) {
        return Character.isWhitespace(text.charAt(position));
    }
}
