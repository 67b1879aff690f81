package dev.understudy.engine.text;

import dev.understudy.engine.plan.Point;
import dev.understudy.image.PixelSize;
import java.awt.Graphics2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines one below the other in an upright box. */
final class TextBlock implements TextDrawing {

    private final List<TextLine> lines;
    private final PixelSize size;
    private final double scale;
    private final double top;
    private final @Nullable Double axis;

    /**
     * Lines in a box.
     *
     * @param box its size; 0 for as wide or as high as the lines
     * @param scale pixels a point
     */
    TextBlock(List<TextLine> lines, PixelSize box, double scale, Align vertical) {
        this.lines = lines;
        this.scale = scale;
        double height = TextLine.height(lines) * scale;
        size = new PixelSize(
                box.width() > 0 ? box.width() : whole(TextLine.width(lines) * scale),
                box.height() > 0 ? box.height() : whole(height));
        top = Math.max(0, size.height() - height) * vertical.share(true) / scale;
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

    @Override
    public void draw(Graphics2D graphics) {
        graphics.scale(scale, scale);
        double y = top;
        for (TextLine line : lines) {
            double left = axis == null
                    ? (size.width() / scale - line.width()) * line.share()
                    : axis - line.width() * line.share();
            line.draw(graphics, left, y);
            y += line.height();
        }
    }

    private static int whole(double length) {
        return (int) Math.max(1, Math.ceil(length - 1e-3));
    }
}
