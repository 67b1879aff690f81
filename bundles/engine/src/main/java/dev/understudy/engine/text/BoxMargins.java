package dev.understudy.engine.text;

import dev.understudy.engine.plan.PathData;
import dev.understudy.image.PixelSize;
import java.util.List;

/** What of a text box is left free, in points; the {@code marg} control words. */
record BoxMargins(double left, double top, double right, double bottom) {

    static final BoxMargins NONE = new BoxMargins(0, 0, 0, 0);

    BoxMargins withLeft(double value) {
        return new BoxMargins(value, top, right, bottom);
    }

    BoxMargins withTop(double value) {
        return new BoxMargins(left, value, right, bottom);
    }

    BoxMargins withRight(double value) {
        return new BoxMargins(left, top, value, bottom);
    }

    BoxMargins withBottom(double value) {
        return new BoxMargins(left, top, right, value);
    }

    /** The same as lines have them that run clockwise by so many quarters of a turn. */
    BoxMargins turned(int quarters) {
        return quarters == 0 ? this : new BoxMargins(top, right, bottom, left).turned(quarters - 1);
    }

    /**
     * What they leave of a box.
     *
     * @param box in pixels
     * @param scale pixels a point
     */
    PathData room(PixelSize box, double scale) {
        double x = left * scale;
        double y = top * scale;
        double endX = Math.max(x, box.width() - right * scale);
        double endY = Math.max(y, box.height() - bottom * scale);
        List<PathData.Segment> sides =
                List.of(new PathData.Line(endX, y), new PathData.Line(endX, endY), new PathData.Line(x, endY));
        return new PathData(List.of(new PathData.Subpath(x, y, sides, true)));
    }
}
