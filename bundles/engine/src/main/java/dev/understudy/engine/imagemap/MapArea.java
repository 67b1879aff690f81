package dev.understudy.engine.imagemap;

import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.Vertex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An area of an image map.
 *
 * <p>Source: the reference's pages on image maps and catalog::Map.
 *
 * @param attributes all that the element says, but for shape and coordinates
 * @param shape its shape
 */
public record MapArea(List<AreaAttribute> attributes, AreaShape shape) {

    static final String SHAPE = "shape";
    static final String COORDINATES = "coords";

    public MapArea {
        attributes = List.copyOf(attributes);
    }

    /** The same area with another shape. */
    MapArea with(AreaShape other) {
        return new MapArea(attributes, other);
    }

    /** The element as HTML. */
    public String html() {
        StringBuilder out = new StringBuilder("<area");
        shapeValues()
                .forEach((name, value) ->
                        out.append(' ').append(name).append("=\"").append(value).append('"'));
        attributes.forEach(attribute -> out.append(' ').append(attribute.written()));
        return out.append('>').toString();
    }

    /** Names, in lower case, and values of all attributes. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(shapeValues());
        attributes.forEach(
                attribute -> values.putIfAbsent(attribute.name().toLowerCase(Locale.ROOT), attribute.value()));
        return values;
    }

    private Map<String, String> shapeValues() {
        Map<String, String> values = new LinkedHashMap<>();
        if (shape instanceof AreaShape.Rectangle rectangle) {
            Box box = rectangle.box();
            values.put(SHAPE, "rect");
            values.put(
                    COORDINATES,
                    coordinates(List.of(new Vertex(box.left(), box.top()), new Vertex(box.right(), box.bottom()))));
        } else if (shape instanceof AreaShape.Polygon polygon) {
            values.put(SHAPE, "poly");
            values.put(COORDINATES, coordinates(polygon.outline().vertices()));
        } else if (shape instanceof AreaShape.Circle circle) {
            values.put(SHAPE, "circle");
            values.put(
                    COORDINATES,
                    Math.round(circle.x()) + "," + Math.round(circle.y()) + "," + Math.round(circle.radius()));
        } else {
            values.put(SHAPE, "default");
        }
        return values;
    }

    private static String coordinates(List<Vertex> vertices) {
        return vertices.stream()
                .map(vertex -> Math.round(vertex.x()) + "," + Math.round(vertex.y()))
                .distinct()
                .collect(Collectors.joining(","));
    }
}
