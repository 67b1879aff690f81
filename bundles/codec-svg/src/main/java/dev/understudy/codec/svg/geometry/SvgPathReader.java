package dev.understudy.codec.svg.geometry;

import dev.understudy.codec.svg.value.PathScanner;
import dev.understudy.codec.svg.value.ValueException;

/** Reads path data, with all commands that there are. */
public final class SvgPathReader {

    private final PathScanner data;
    private final OutlineBuilder outline = new OutlineBuilder();
    private double controlX;
    private double controlY;
    private char previous;

    private SvgPathReader(String text) {
        data = new PathScanner(text);
    }

    /** The outline of path data; nothing for an empty one, or for {@code none}. */
    public static ShapeOutline read(String text) throws ValueException {
        return text.strip().equals("none") ? ShapeOutline.EMPTY : new SvgPathReader(text).read();
    }

    private ShapeOutline read() throws ValueException {
        while (data.hasMore()) {
            char command = data.command();
            if (previous == 0 && command != 'M' && command != 'm') {
                throw data.wrong();
            }
            run(command);
            while (data.hasArguments()) {
                run(command == 'M' ? 'L' : command == 'm' ? 'l' : command);
            }
        }
        return previous == 0 ? ShapeOutline.EMPTY : outline.build();
    }

    private void run(char command) throws ValueException {
        boolean relative = Character.isLowerCase(command);
        double x = relative ? outline.x() : 0;
        double y = relative ? outline.y() : 0;
        char kind = Character.toUpperCase(command);
        if ((previous == 'Z') && kind != 'M' && kind != 'Z') {
            outline.moveTo(outline.x(), outline.y());
        }
        switch (kind) {
            case 'M' -> outline.moveTo(x + data.number(), y + data.number());
            case 'L' -> outline.lineTo(x + data.number(), y + data.number());
            case 'H' -> outline.lineTo(x + data.number(), outline.y());
            case 'V' -> outline.lineTo(outline.x(), y + data.number());
            case 'C' -> curve(x + data.number(), y + data.number(), x, y);
            case 'S' -> smoothCurve(x, y);
            case 'Q' -> quadratic(x + data.number(), y + data.number(), x, y);
            case 'T' -> smoothQuadratic(x, y);
            case 'A' -> arc(x, y);
            case 'Z' -> close();
            default -> throw data.wrong();
        }
        previous = kind;
    }

    private void close() throws ValueException {
        outline.close();
        if (data.hasArguments()) {
            throw data.wrong();
        }
    }

    private void smoothCurve(double x, double y) throws ValueException {
        boolean after = previous == 'C' || previous == 'S';
        curve(after ? 2 * outline.x() - controlX : outline.x(), after ? 2 * outline.y() - controlY : outline.y(), x, y);
    }

    private void curve(double x1, double y1, double x, double y) throws ValueException {
        controlX = x + data.number();
        controlY = y + data.number();
        outline.curveTo(x1, y1, controlX, controlY, x + data.number(), y + data.number());
    }

    private void smoothQuadratic(double x, double y) throws ValueException {
        boolean after = previous == 'Q' || previous == 'T';
        quadratic(
                after ? 2 * outline.x() - controlX : outline.x(),
                after ? 2 * outline.y() - controlY : outline.y(),
                x,
                y);
    }

    private void quadratic(double x1, double y1, double x, double y) throws ValueException {
        controlX = x1;
        controlY = y1;
        outline.quadTo(x1, y1, x + data.number(), y + data.number());
    }

    /** An arc; a straight line if it has no radius, nothing if it leads nowhere. */
    private void arc(double x, double y) throws ValueException {
        double radiusX = Math.abs(data.number());
        double radiusY = Math.abs(data.number());
        double rotation = data.number();
        boolean large = data.flag();
        boolean clockwise = data.flag();
        double toX = x + data.number();
        double toY = y + data.number();
        if (radiusX == 0 || radiusY == 0) {
            outline.lineTo(toX, toY);
        } else if (toX != outline.x() || toY != outline.y()) {
            outline.arcTo(new EllipticalArc(
                    outline.x(), outline.y(), radiusX, radiusY, rotation, large, clockwise, toX, toY));
        }
    }
}
