package dev.understudy.engine.imagemap;

import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.Projective;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An image map.
 *
 * @param areas front to back
 */
public record ImageMap(List<MapArea> areas) {

    /** The map without areas. */
    public static final ImageMap EMPTY = new ImageMap(List.of());

    public ImageMap {
        areas = List.copyOf(areas);
    }

    /** Whether there is no area. */
    public boolean isEmpty() {
        return areas.isEmpty();
    }

    /** The map where a mapping brings it. */
    ImageMap mapped(Projective mapping) {
        return each(shape -> shape.mapped(mapping));
    }

    /** The part of the map in a rectangle; areas of which nothing is left are gone. */
    ImageMap within(Box box) {
        return each(shape -> shape.within(box));
    }

    /**
     * The map of an image on the canvas.
     *
     * @param clip the part of the image that is seen
     * @param toCanvas where the image goes
     * @param rectangle the layer's rectangle, which an area without a shape fills
     */
    ImageMap onCanvas(Box clip, Projective toCanvas, Box rectangle) {
        return each(shape -> shape instanceof AreaShape.Whole
                ? new AreaShape.Rectangle(rectangle)
                : shape.within(clip).mapped(toCanvas).within(rectangle));
    }

    /** The map with another one behind it. */
    ImageMap before(ImageMap other) {
        List<MapArea> all = new ArrayList<>(areas);
        all.addAll(other.areas);
        return new ImageMap(all);
    }

    private ImageMap each(UnaryOperator<AreaShape> change) {
        return new ImageMap(areas.stream()
                .map(area -> area.with(change.apply(area.shape())))
                .toList());
    }

    /** The map without areas of less than a pixel. */
    ImageMap visible() {
        return new ImageMap(
                areas.stream().filter(area -> !area.shape().isEmpty()).toList());
    }

    /** The elements as HTML, each in a line of its own. */
    public String html() {
        return areas.stream().map(MapArea::html).collect(Collectors.joining("\n"));
    }
}
