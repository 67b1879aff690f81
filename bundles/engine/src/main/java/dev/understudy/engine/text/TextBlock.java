package dev.understudy.engine.text;

import dev.understudy.image.PixelSize;
import java.awt.Graphics2D;
import java.util.List;

/** Lines one below the other in an upright box. */
final class TextBlock implements TextDrawing {

    private final List<TextLine> lines;
    private final PixelSize size;
    private final double scale;
    private final double top;

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
            double room = size.width() / scale - line.width();
            line.draw(graphics, room * line.share(), y);
            y += line.height();
        }
    }

    private static int whole(double length) {
        return (int) Math.max(1, Math.ceil(length - 1e-3));
    }
}
