package dev.understudy.engine.text;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedCharacterIterator;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Takes a line apart into letters that can be placed one by one, in the order in which they stand, from left to right. */
final class LetterClusters {

    private final FormattedLine line;
    private final FontRenderContext context;
    private final char[] characters;
    private final List<LetterCluster> clusters = new ArrayList<>();
    private double x;

    private LetterClusters(FormattedLine line, FontRenderContext context) {
        this.line = line;
        this.context = context;
        characters = line.text().toCharArray();
    }

    /** Characters of one font, style and direction. */
    private record Piece(int start, int end, int level) {}

    /** The letters from a position to another one, behind one character at least. */
    static List<LetterCluster> of(FormattedLine line, int start, int end, FontRenderContext context) {
        LetterClusters letters = new LetterClusters(line, context);
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
        NavigableMap<Integer, TextStyle> styles = line.colorRuns();
        Bidi directions = new Bidi(iterator).createLineBidi(start, end);
        List<Piece> pieces = new ArrayList<>();
        int from = start;
        while (from < end) {
            iterator.setIndex(from);
            Integer nextStyle = styles.higherKey(from);
            int limit = Math.min(end, iterator.getRunLimit());
            limit = nextStyle == null ? limit : Math.min(limit, nextStyle);
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
        AttributedCharacterIterator iterator = line.attributed().getIterator();
        iterator.setIndex(piece.start());
        Font font = (Font) iterator.getAttribute(TextAttribute.FONT);
        int direction = (piece.level() & 1) == 0 ? Font.LAYOUT_LEFT_TO_RIGHT : Font.LAYOUT_RIGHT_TO_LEFT;
        GlyphVector glyphs = font.layoutGlyphVector(context, characters, piece.start(), piece.end(), direction);
        TextStyle style = line.colorRuns().floorEntry(piece.start()).getValue();
        boolean underlined = iterator.getAttribute(TextAttribute.UNDERLINE) != null;
        LineMetrics metrics = underlined ? font.getLineMetrics(characters, piece.start(), piece.end(), context) : null;
        int first = 0;
        while (first < glyphs.getNumGlyphs()) {
            int next = first + 1;
            while (next < glyphs.getNumGlyphs() && together(glyphs, next)) {
                next++;
            }
            add(glyphs, first, next, style, metrics);
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

    private void add(GlyphVector glyphs, int first, int next, TextStyle style, @Nullable LineMetrics underline) {
        double left = glyphs.getGlyphPosition(first).getX();
        double right = glyphs.getGlyphPosition(next).getX();
        Path2D outline = new Path2D.Double();
        for (int i = first; i < next; i++) {
            outline.append(glyphs.getGlyphOutline(i), false);
        }
        if (underline != null) {
            outline.append(
                    new Rectangle2D.Double(
                            left, underline.getUnderlineOffset(), right - left, underline.getUnderlineThickness()),
                    false);
        }
        outline.transform(AffineTransform.getTranslateInstance(x, -style.rise()));
        clusters.add(new LetterCluster(outline, x + left, x + right, style));
    }
}
