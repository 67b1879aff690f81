package dev.understudy.engine.imagemap;

import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.ConvexPolygon;
import dev.understudy.engine.layout.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the elements of an image map.
 *
 * <p>Source: the reference's pages on image maps and catalog::Map, and HTML 4.01, section 13.6.
 */
public final class AreaReader {

    /** The form of a map, for messages. */
    public static final String ALLOWED = "AREA elements with coordinates in pixels";

    private static final Pattern START = Pattern.compile("\\s*+<\\s*+area(?=[\\s/>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s*+([A-Za-z_][\\w.-]*+)(\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+'|[^\\s\"'>]++))?");
    private static final Pattern END = Pattern.compile("\\s*+(/\\s*+)?>(\\s*+</area\\s*+>)?", Pattern.CASE_INSENSITIVE);

    private AreaReader() {}

    /**
     * The map that a text describes.
     *
     * @throws IllegalArgumentException when it is more or less than complete elements
     */
    public static ImageMap read(String text) {
        List<MapArea> areas = new ArrayList<>();
        int end = text.stripTrailing().length();
        int position = 0;
        while (position < end) {
            Matcher start = matcher(START, text, position);
            require(start.lookingAt());
            position = start.end();
            List<AreaAttribute> attributes = new ArrayList<>();
            Matcher attribute = matcher(ATTRIBUTE, text, position);
            while (attribute.lookingAt()) {
                attributes.add(attribute(attribute));
                position = attribute.end();
                attribute = matcher(ATTRIBUTE, text, position);
            }
            Matcher close = matcher(END, text, position);
            require(close.lookingAt());
            position = close.end();
            areas.add(area(attributes));
        }
        return new ImageMap(areas);
    }

    private static Matcher matcher(Pattern pattern, String text, int position) {
        return pattern.matcher(text).region(position, text.length());
    }

    private static AreaAttribute attribute(Matcher found) {
        String value = found.group(3) == null ? "" : found.group(3);
        boolean quoted = value.startsWith("\"") || value.startsWith("'");
        String bare = quoted ? value.substring(1, value.length() - 1) : value;
        return new AreaAttribute(found.group(1), found.group().strip(), CharacterReferences.replaced(bare));
    }

    private static MapArea area(List<AreaAttribute> attributes) {
        String shape = value(attributes, MapArea.SHAPE, "default").toLowerCase(Locale.ROOT);
        String coordinates = value(attributes, MapArea.COORDINATES, "");
        List<AreaAttribute> others = attributes.stream()
                .filter(attribute -> !attribute.is(MapArea.SHAPE) && !attribute.is(MapArea.COORDINATES))
                .toList();
        return new MapArea(
                others,
                switch (shape) {
                    case "default" -> new AreaShape.Whole();
                    case "rect", "rectangle" -> rectangle(numbers(coordinates, 4, 4));
                    case "poly", "polygon" -> polygon(numbers(coordinates, 6, Integer.MAX_VALUE));
                    case "circle", "circ" -> circle(numbers(coordinates, 3, 3));
                    default -> throw new IllegalArgumentException("no shape of HTML");
                });
    }

    private static String value(List<AreaAttribute> attributes, String name, String otherwise) {
        return attributes.stream()
                .filter(attribute -> attribute.is(name))
                .map(attribute -> attribute.value().strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    private static double[] numbers(String text, int least, int most) {
        String[] items = text.split("[\\s,]+");
        require(items.length >= least && items.length <= most);
        double[] numbers = new double[items.length];
        for (int i = 0; i < items.length; i++) {
            numbers[i] = Double.parseDouble(items[i]);
            require(Math.abs(numbers[i]) <= Integer.MAX_VALUE);
        }
        return numbers;
    }

    private static AreaShape rectangle(double[] edges) {
        return new AreaShape.Rectangle(new Box(
                Math.min(edges[0], edges[2]),
                Math.min(edges[1], edges[3]),
                Math.max(edges[0], edges[2]),
                Math.max(edges[1], edges[3])));
    }

    private static AreaShape polygon(double[] coordinates) {
        require(coordinates.length % 2 == 0);
        List<Vertex> corners = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            corners.add(new Vertex(coordinates[i], coordinates[i + 1]));
        }
        return new AreaShape.Polygon(new ConvexPolygon(corners));
    }

    private static AreaShape circle(double[] values) {
        return new AreaShape.Circle(values[0], values[1], values[2]);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not complete AREA elements");
        }
    }
}
