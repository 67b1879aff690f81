package dev.understudy.codec.svg.value;

import java.util.List;

/**
 * The part of a coordinate system that fills a viewport.
 *
 * @param x the left edge
 * @param y the upper edge
 * @param width above 0, unless nothing is shown
 * @param height likewise
 */
public record ViewBox(double x, double y, double width, double height) {

    /** Reads four numbers, of which sizes are not below 0. */
    public static ViewBox parse(String text) throws ValueException {
        List<Double> numbers = SvgNumbers.list(text);
        if (numbers.size() != 4 || numbers.get(2) < 0 || numbers.get(3) < 0) {
            throw new ValueException("four numbers, no size below 0");
        }
        return new ViewBox(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    /** Whether nothing of it can be seen. */
    public boolean isEmpty() {
        return width == 0 || height == 0;
    }
}
