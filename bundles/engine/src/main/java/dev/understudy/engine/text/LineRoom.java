package dev.understudy.engine.text;

import dev.understudy.engine.plan.TextDialect;
import dev.understudy.image.PixelSize;
import java.util.ArrayList;
import java.util.List;

/**
 * The room that lines have in a box.
 *
 * @param box its size in pixels; 0 for as wide or as high as the lines
 * @param margins what of it is left free
 * @param dialect the command that the text comes from
 */
record LineRoom(PixelSize box, BoxMargins margins, TextDialect dialect) {

    /** What a line may lack of room, in points. */
    private static final double TOLERANCE = 1e-3;

    /**
     * The width in points; endless where lines are as wide as they come out.
     *
     * @param scale pixels a point
     */
    double width(double scale) {
        return box.width() == 0 ? Float.MAX_VALUE : Math.max(0, box.width() / scale - margins.left() - margins.right());
    }

    /** The height in points; endless where the box is as high as its lines. */
    double height(double scale) {
        return box.height() == 0
                ? Double.MAX_VALUE
                : Math.max(0, box.height() / scale - margins.top() - margins.bottom());
    }

    /** What there is of lines: of {@code textPs=} those that are whole, and the first one in any case. */
    List<TextLine> keep(List<TextLine> lines, double scale) {
        if (dialect == TextDialect.TEXT || box.height() == 0) {
            return lines;
        }
        double height = height(scale) + TOLERANCE;
        List<TextLine> whole = new ArrayList<>();
        double y = 0;
        for (TextLine line : lines) {
            if (!whole.isEmpty() && y + line.cell() > height) {
                break;
            }
            whole.add(line);
            y += line.height();
        }
        return whole;
    }
}
