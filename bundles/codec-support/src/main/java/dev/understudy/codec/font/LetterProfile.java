package dev.understudy.codec.font;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/**
 * What a letter leaves free of its cell on either side, in bands of equal height from below the base line to above the tallest letters. All
 * lengths are in sizes of the font.
 */
final class LetterProfile {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** How many bands there are. */
    static final int BANDS = 80;

    /** The height of a band. */
    static final double HEIGHT = 1.35 / BANDS;

    private static final double LOWEST = -0.35;

    /** The size in which outlines are read: Java rounds them to parts of a point. */
    private static final float SIZE = 1000;

    private static final double FLATNESS = 0.001;

    private final double[] left = new double[BANDS];
    private final double[] right = new double[BANDS];
    private final double width;

    private LetterProfile(double width) {
        this.width = width;
        Arrays.fill(left, Double.POSITIVE_INFINITY);
        Arrays.fill(right, Double.POSITIVE_INFINITY);
    }

    /** The profile of a letter, with its marks. */
    static LetterProfile of(String letter, Font font) {
        GlyphVector glyphs = font.deriveFont(SIZE)
                .layoutGlyphVector(CONTEXT, letter.toCharArray(), 0, letter.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        LetterProfile profile =
                new LetterProfile(glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX() / SIZE);
        AffineTransform scale = AffineTransform.getScaleInstance(1 / SIZE, -1 / SIZE);
        profile.add(glyphs.getOutline().getPathIterator(scale, FLATNESS));
        return profile;
    }

    /** What is free on the left of a band; endless where the letter has no ink. */
    double left(int band) {
        return left[band];
    }

    /** What is free on the right of a band; endless where the letter has no ink. */
    double right(int band) {
        return right[band];
    }

    private void add(PathIterator outline) {
        double[] to = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (; !outline.isDone(); outline.next()) {
            int kind = outline.currentSegment(to);
            if (kind == PathIterator.SEG_MOVETO) {
                startX = to[0];
                startY = to[1];
            } else {
                double nextX = kind == PathIterator.SEG_CLOSE ? startX : to[0];
                double nextY = kind == PathIterator.SEG_CLOSE ? startY : to[1];
                if (y <= nextY) {
                    addEdge(x, y, nextX, nextY);
                } else {
                    addEdge(nextX, nextY, x, y);
                }
            }
            x = kind == PathIterator.SEG_CLOSE ? startX : to[0];
            y = kind == PathIterator.SEG_CLOSE ? startY : to[1];
        }
    }

    /** Adds a straight line that does not go down. */
    private void addEdge(double fromX, double fromY, double toX, double toY) {
        int first = Math.max(0, band(fromY));
        int last = Math.min(BANDS - 1, band(toY));
        double slope = toY > fromY ? (toX - fromX) / (toY - fromY) : 0;
        for (int band = first; band <= last; band++) {
            double bottom = LOWEST + band * HEIGHT;
            double begin = toY > fromY ? fromX + slope * (Math.max(fromY, bottom) - fromY) : fromX;
            double end = toY > fromY ? fromX + slope * (Math.min(toY, bottom + HEIGHT) - fromY) : toX;
            left[band] = Math.min(left[band], Math.min(begin, end));
            right[band] = Math.min(right[band], width - Math.max(begin, end));
        }
    }

    private static int band(double y) {
        return (int) Math.floor((y - LOWEST) / HEIGHT);
    }
}
