package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.font.SvgFace;
import dev.understudy.codec.svg.geometry.MeasuredPath;
import dev.understudy.codec.svg.style.StyleProperty;
import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Characters of one font, look and direction that stand beside each other. Lengths are in pixels of the text. */
final class GlyphRun {

    private final String text;
    private final TextLetter first;
    private final TextFace style;
    private final SvgFace face;
    private final GlyphVector glyphs;
    private final double advance;

    /**
     * A run.
     *
     * @param first its first character, which says where it is put
     */
    GlyphRun(String text, TextLetter first, TextFace style, SvgFace face, boolean rightToLeft) {
        this.text = text;
        this.first = first;
        this.style = style;
        this.face = face;
        face.requireDrawn(text, first.scope().style().element());
        glyphs = face.font()
                .layoutGlyphVector(
                        SvgFace.CONTEXT,
                        text.toCharArray(),
                        0,
                        text.length(),
                        rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        double spacing = 0;
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            spacing += spacing(i);
        }
        advance = glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX() * style.scale() + spacing;
    }

    /** What is added behind a glyph. */
    private double spacing(int glyph) {
        if (!endsCharacter(glyph)) {
            return 0;
        }
        boolean blank = text.charAt(glyphs.getGlyphCharIndex(glyph)) == ' ';
        return style.letterSpacing() + (blank ? style.wordSpacing() : 0);
    }

    /** Whether the next glyph is of other characters. */
    private boolean endsCharacter(int glyph) {
        return glyph + 1 == glyphs.getNumGlyphs()
                || glyphs.getGlyphCharIndex(glyph + 1) != glyphs.getGlyphCharIndex(glyph);
    }

    double dx() {
        return first.dx();
    }

    double dy() {
        return first.dy();
    }

    double advance() {
        return advance;
    }

    int length() {
        return text.length();
    }

    /**
     * The run in its place.
     *
     * @param stretch how much wider it is than it would be
     * @param more what is added behind each character
     */
    List<TextRun> set(double x, double y, double stretch, double more) {
        TextFace.Metrics metrics = style.metrics(face);
        AffineTransform place = AffineTransform.getTranslateInstance(x, y + style.shift(metrics));
        place.rotate(Math.toRadians(first.rotate()));
        place.scale(stretch, 1);
        double end = advance + more * text.length() / stretch;
        Rectangle2D cell = cell(place, metrics, end);
        List<TextRun> runs = new ArrayList<>();
        Path2D lines = decoration(metrics, end);
        lines.transform(place);
        Path2D letters = letters(more / stretch);
        letters.transform(toText(place));
        runs.add(new TextRun(first.scope(), lines, cell));
        runs.add(new TextRun(first.scope(), letters, cell));
        return runs;
    }

    /**
     * The run on a curve: the middle of each letter stands on it, and letters whose middle is beyond its ends are left out.
     *
     * @param x where the run begins, along the curve
     * @param y how far it stands beside the curve, to the right of its direction
     * @param stretch as {@link #set} has it
     * @param more likewise
     */
    List<TextRun> setOn(MeasuredPath curve, double x, double y, double stretch, double more) {
        TextFace.Metrics metrics = style.metrics(face);
        Path2D lines = new Path2D.Double();
        Path2D letters = new Path2D.Double();
        Rectangle2D cells = null;
        double at = x;
        int from = 0;
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            if (endsCharacter(i)) {
                double left = glyphs.getGlyphPosition(from).getX() * style.scale();
                double advance = glyphs.getGlyphPosition(i + 1).getX() * style.scale() - left;
                AffineTransform place = curve.place(at + advance * stretch / 2);
                if (place != null) {
                    place.translate(-advance * stretch / 2, y + style.shift(metrics));
                    place.rotate(Math.toRadians(first.rotate()));
                    place.scale(stretch, 1);
                    double end = advance + spacing(i) + more / stretch;
                    Rectangle2D cell = cell(place, metrics, end);
                    cells = cells == null ? cell : cells.createUnion(cell);
                    lines.append(place.createTransformedShape(decoration(metrics, end)), false);
                    place.translate(-left, 0);
                    letters.append(toText(place).createTransformedShape(outline(from, i)), false);
                }
                at += (advance + spacing(i)) * stretch + more;
                from = i + 1;
            }
        }
        return cells == null
                ? List.of()
                : List.of(new TextRun(first.scope(), lines, cells), new TextRun(first.scope(), letters, cells));
    }

    private Path2D outline(int from, int to) {
        Path2D outline = new Path2D.Double();
        for (int i = from; i <= to; i++) {
            outline.append(face.outline(glyphs, i), false);
        }
        return outline;
    }

    /** The way from glyphs to the text, where they are put by another way. */
    private AffineTransform toText(AffineTransform place) {
        AffineTransform toText = new AffineTransform(place);
        toText.scale(style.scale(), style.scale());
        toText.shear(-style.slant(face), 0);
        return toText;
    }

    private static Rectangle2D cell(AffineTransform place, TextFace.Metrics metrics, double end) {
        return place.createTransformedShape(
                        new Rectangle2D.Double(0, -metrics.ascent(), end, metrics.ascent() + metrics.descent()))
                .getBounds2D();
    }

    private Path2D letters(double more) {
        Path2D path = new Path2D.Double();
        double moved = 0;
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            Point2D at = glyphs.getGlyphPosition(i);
            glyphs.setGlyphPosition(i, new Point2D.Double(at.getX() + moved / style.scale(), at.getY()));
            path.append(face.outline(glyphs, i), false);
            glyphs.setGlyphPosition(i, at);
            moved += spacing(i) + (endsCharacter(i) ? more : 0);
        }
        return path;
    }

    /** The lines under, over and through letters; a font that says nothing of them has those of Chromium. */
    private Path2D decoration(TextFace.Metrics metrics, double end) {
        Path2D lines = new Path2D.Double();
        String wanted = first.scope().style().keywordsAround(StyleProperty.TEXT_DECORATION);
        double scale = style.scale();
        double said = metrics.line().getUnderlineThickness() * scale;
        double thickness = said > 0 ? said : SvgFace.SIZE * scale / 10;
        if (wanted.contains("underline")) {
            double offset = said > 0 ? metrics.line().getUnderlineOffset() * scale : thickness * 1.25;
            line(lines, offset, thickness, end);
        }
        if (wanted.contains("overline")) {
            line(lines, -metrics.ascent() + thickness, thickness, end);
        }
        if (wanted.contains("line-through")) {
            line(lines, metrics.line().getStrikethroughOffset() * scale, thickness, end);
        }
        return lines;
    }

    private static void line(Path2D lines, double middle, double thickness, double end) {
        lines.append(new Rectangle2D.Double(0, middle - thickness / 2, end, thickness), false);
    }
}
