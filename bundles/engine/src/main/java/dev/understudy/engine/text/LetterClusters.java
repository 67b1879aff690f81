package dev.understudy.engine.text;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.AttributedCharacterIterator;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Takes a line apart into letters that can be placed one by one, in the order in which they stand, from left to right. */
final class LetterClusters {

    private final FormattedLine line;
    private final char[] characters;
    private final List<LetterCluster> clusters = new ArrayList<>();
    private double x;

    private LetterClusters(FormattedLine line) {
        this.line = line;
        characters = line.text().toCharArray();
    }

    /** Characters of one font, style and direction. */
    private record Piece(int start, int end, int level) {}

    /** The letters from a position to another one, behind one character at least. */
    static List<LetterCluster> of(FormattedLine line, int start, int end) {
        LetterClusters letters = new LetterClusters(line);
        Piece[] pieces = letters.pieces(start, end).toArray(Piece[]::new);
        byte[] levels = new byte[pieces.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) pieces[i].level();
        }
        Bidi.reorderVisually(levels, 0, pieces, 0, pieces.length);
        for (Piece piece : pieces) {
            letters.add(piece);
        }
        return letters.clusters;
    }

    private List<Piece> pieces(int start, int end) {
        AttributedCharacterIterator iterator = line.attributed().getIterator();
        NavigableMap<Integer, SegmentLook> looks = line.looks();
        Bidi directions = new Bidi(iterator).createLineBidi(start, end);
        List<Piece> pieces = new ArrayList<>();
        int from = start;
        while (from < end) {
            iterator.setIndex(from);
            Integer nextLook = looks.higherKey(from);
            int limit = Math.min(end, iterator.getRunLimit());
            limit = nextLook == null ? limit : Math.min(limit, nextLook);
            int level = directions.getLevelAt(from - start);
            int to = from + 1;
            while (to < limit && directions.getLevelAt(to - start) == level) {
                to++;
            }
            pieces.add(new Piece(from, to, level));
            from = to;
        }
        return pieces;
    }

    private void add(Piece piece) {
        int direction = (piece.level() & 1) == 0 ? Font.LAYOUT_LEFT_TO_RIGHT : Font.LAYOUT_RIGHT_TO_LEFT;
        GlyphVector glyphs = line.font(piece.start())
                .layoutGlyphVector(FormattedLine.CONTEXT, characters, piece.start(), piece.end(), direction);
        SegmentLook look = line.look(piece.start());
        Underline underline = line.underline(piece.start());
        int first = 0;
        while (first < glyphs.getNumGlyphs()) {
            int next = first + 1;
            while (next < glyphs.getNumGlyphs() && together(glyphs, next)) {
                next++;
            }
            add(glyphs, first, next, look, underline);
            first = next;
        }
        x += glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
    }

    /** Whether a glyph goes with the one before: of the same characters, or a mark without a width. */
    private static boolean together(GlyphVector glyphs, int index) {
        return glyphs.getGlyphCharIndex(index) == glyphs.getGlyphCharIndex(index - 1)
                || glyphs.getGlyphPosition(index + 1).getX()
                        == glyphs.getGlyphPosition(index).getX();
    }

    private void add(GlyphVector glyphs, int first, int next, SegmentLook look, @Nullable Underline underline) {
        double left = glyphs.getGlyphPosition(first).getX();
        double right = glyphs.getGlyphPosition(next).getX();
        Path2D letter = new Path2D.Double();
        for (int i = first; i < next; i++) {
            letter.append(glyphs.getGlyphOutline(i), false);
        }
        AffineTransform place = AffineTransform.getTranslateInstance(x, -look.rise());
        AffineTransform slanted = new AffineTransform(place);
        slanted.shear(-look.slant(), 0);
        letter.transform(slanted);
        Shape outline = underline == null ? letter : underline.joined(letter, left, right, place);
        clusters.add(new LetterCluster(outline, x + left, x + right, look.color()));
    }
}
