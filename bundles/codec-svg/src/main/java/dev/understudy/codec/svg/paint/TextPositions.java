package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.value.Length;
import dev.understudy.codec.svg.value.SvgNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the attributes of an element say about the places of characters, from the first one in it on. */
final class TextPositions {

    private final @Nullable TextPositions outer;
    private final int start;
    private final List<Double> x;
    private final List<Double> y;
    private final List<Double> dx;
    private final List<Double> dy;
    private final List<Double> rotate;

    /**
     * The positions of an element.
     *
     * @param outer those of the element around it
     * @param start how many characters come before the element
     */
    TextPositions(SvgElement element, PaintScope scope, @Nullable TextPositions outer, int start) {
        this.outer = outer;
        this.start = start;
        double width = scope.viewport().width();
        double height = scope.viewport().height();
        x = lengths(element, scope.style(), "x", width);
        y = lengths(element, scope.style(), "y", height);
        dx = lengths(element, scope.style(), "dx", width);
        dy = lengths(element, scope.style(), "dy", height);
        rotate = scope.style().read("rotate", element.attribute("rotate", ""), SvgNumbers::list);
    }

    private static List<Double> lengths(SvgElement element, Style style, String name, double whole) {
        return style.read(name, element.attribute(name, ""), Length::list).stream()
                .map(length -> length.of(whole))
                .toList();
    }

    /** A character at an index among those of the text. */
    TextLetter letter(char character, PaintScope scope, int index, @Nullable TextPath path) {
        Double shiftX = find(index, positions -> positions.dx);
        Double shiftY = find(index, positions -> positions.dy);
        return new TextLetter(
                character,
                scope,
                find(index, positions -> positions.x),
                find(index, positions -> positions.y),
                shiftX == null ? 0 : shiftX,
                shiftY == null ? 0 : shiftY,
                turn(index),
                path);
    }

    /** What one of the attributes says. */
    private interface Attribute {
        List<Double> of(TextPositions positions);
    }

    private @Nullable Double find(int index, Attribute attribute) {
        List<Double> values = attribute.of(this);
        if (index - start < values.size()) {
            return values.get(index - start);
        }
        return outer == null ? null : outer.find(index, attribute);
    }

    /** The last value of {@code rotate} is that of all characters behind, too. */
    private double turn(int index) {
        if (!rotate.isEmpty()) {
            return rotate.get(Math.min(index - start, rotate.size() - 1));
        }
        return outer == null ? 0 : outer.turn(index);
    }
}
