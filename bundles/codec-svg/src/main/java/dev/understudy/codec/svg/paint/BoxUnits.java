package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Coordinates in which the box of what is painted is 1 wide and 1 high. */
final class BoxUnits {

    static final Viewport VIEWPORT = new Viewport(1, 1);

    static final String BOX = "objectBoundingBox";
    static final String USER_SPACE = "userSpaceOnUse";

    private BoxUnits() {}

    /** Whether an element says, by a value of one of its attributes, that coordinates are those of the box. */
    static boolean areMeant(SvgElement element, String name, String value) {
        return switch (value) {
            case BOX -> true;
            case USER_SPACE -> false;
            default -> throw SvgRefusal.ofValue(element, name, value);
        };
    }

    /** From these coordinates to those in which the box is measured. */
    static AffineTransform onto(Rectangle2D box) {
        return new AffineTransform(box.getWidth(), 0, 0, box.getHeight(), box.getX(), box.getY());
    }

    /** The scope of what is drawn in these coordinates. */
    static PaintScope scope(PaintScope scope, Rectangle2D box) {
        return scope.transformed(onto(box)).within(VIEWPORT);
    }
}
