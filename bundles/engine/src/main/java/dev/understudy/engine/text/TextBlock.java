package dev.understudy.engine.text;

import dev.understudy.engine.plan.Point;
import dev.understudy.image.PixelSize;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines one below the other in an upright box. */
final class TextBlock {

    private final List<TextLine> lines;
    private final PixelSize size;
    private final double scale;
    private final double left;
    private final double top;

    /** The width in which lines stand, in points. */
    private final double room;

    private final @Nullable Double axis;

    /**
     * Lines in a box.
     *
     * @param box its size; 0 for as wide or as high as the lines
     * @param scale pixels a point
     * @param margins what of the box is left free
     */
    TextBlock(List<TextLine> lines, PixelSize box, double scale, Align vertical, BoxMargins margins) {
        this.lines = lines;
        this.scale = scale;
        double width = TextLine.width(lines) + margins.left() + margins.right();
        double height = TextLine.height(lines) + margins.top() + margins.bottom();
        size = new PixelSize(
                box.width() > 0 ? box.width() : whole(width * scale),
                box.height() > 0 ? box.height() : whole(height * scale));
        left = margins.left();
        room = size.width() / scale - margins.left() - margins.right();
        top = margins.top() + Math.max(0, size.height() / scale - height) * vertical.share(true);
        axis = null;
    }

    /** Lines that stand around an upright axis, each as it is aligned: on its right, on its left, or in the middle. */
    private TextBlock(List<TextLine> lines, double scale) {
        this.lines = lines;
        this.scale = scale;
        double before = lines.stream()
                .mapToDouble(line -> line.width() * line.share())
                .max()
                .orElse(0);
        double behind = lines.stream()
                .mapToDouble(line -> line.width() * (1 - line.share()))
                .max()
                .orElse(0);
        size = new PixelSize(whole((before + behind) * scale), whole(TextLine.height(lines) * scale));
        left = 0;
        room = before + behind;
        top = 0;
        axis = before;
    }

    /** Lines that stand around a point: the first one above it. */
    static TextBlock aroundPoint(List<TextLine> lines, double scale) {
        return new TextBlock(lines, scale);
    }

    /** The point around which its lines stand, in whole pixels; null when they are in a box. */
    @Nullable
    Point point() {
        return axis == null
                ? null
                : new Point(Math.round(axis * scale), Math.round(lines.get(0).ascent() * scale), false);
    }

    /** The size of the box, in pixels. */
    PixelSize size() {
        return size;
    }

    /** What is drawn, as a transformation of the box's pixels has it. */
    TextOutlines outlines(AffineTransform place) {
        AffineTransform toPixels = new AffineTransform(place);
        toPixels.scale(scale, scale);
        List<TextOutlines.ColoredShape> shapes = new ArrayList<>();
        double y = top;
        for (TextLine line : lines) {
            shapes.addAll(line.shapes(toPixels, left(line), y));
            y += line.height();
        }
        return new TextOutlines(shapes);
    }

    private double left(TextLine line) {
        return axis == null ? left + (room - line.width()) * line.share() : axis - line.width() * line.share();
    }

    private static int whole(double length) {
        return (int) Math.max(1, Math.ceil(length - 1e-3));
    }
}
