package dev.understudy.codec.svg.style;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.codec.svg.value.Length;
import dev.understudy.codec.svg.value.SvgNumbers;
import dev.understudy.codec.svg.value.TransformOrigin;
import dev.understudy.codec.svg.value.Transforms;
import dev.understudy.codec.svg.value.ValueException;
import java.awt.geom.AffineTransform;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What holds for an element: its own properties, and those that it inherits from where it is drawn. */
public final class Style {

    /** A length in units of the font's size. */
    private static final Pattern OF_FONT =
            Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(em|rem|ex)\\b", Pattern.CASE_INSENSITIVE);

    /** The size of fonts, in pixels, that nothing is said of. */
    private static final double MEDIUM = 16;

    /** How much larger a size is than the one before it. */
    private static final double STEP = 1.2;

    private static final int LIGHTEST = 100;
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final int HEAVIEST = 900;

    private final SvgElement element;
    private final Map<String, String> own;
    private final @Nullable Style parent;
    private final Map<StyleProperty, Style> sources = new EnumMap<>(StyleProperty.class);

    /**
     * The style of an element.
     *
     * @param own its own properties, as the cascade has them
     * @param parent what it inherits from; null for the outermost element
     */
    Style(SvgElement element, Map<String, String> own, @Nullable Style parent) {
        this.element = element;
        this.own = own;
        this.parent = parent;
    }

    /** The element that this is the style of. */
    public SvgElement element() {
        return element;
    }

    /** The value of a property as written, {@code inherit} and the like resolved. */
    public String value(StyleProperty property) {
        return of(property).text(property);
    }

    /** The value in lower case, for properties whose values are words. */
    public String keyword(StyleProperty property) {
        return value(property).toLowerCase(Locale.ROOT);
    }

    /** The style that says what the value of a property is: this, or one further out. */
    public Style of(StyleProperty property) {
        Style source = sources.get(property);
        if (source == null) {
            source = parent != null && inherits(property) ? parent.of(property) : this;
            sources.put(property, source);
        }
        return source;
    }

    private boolean inherits(StyleProperty property) {
        String value = own.get(property.text());
        if (value == null) {
            return property.inherited();
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "inherit" -> true;
            case "unset" -> property.inherited();
            default -> false;
        };
    }

    private String text(StyleProperty property) {
        String value = own.getOrDefault(property.text(), "").strip();
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "", "inherit", "unset", "initial" -> property.initial();
            default -> value;
        };
    }

    /** Whether an element itself says something about a property. */
    public boolean tells(StyleProperty property) {
        return own.containsKey(property.text());
    }

    /** A share from 0 to 1. */
    public double share(StyleProperty property) {
        return read(property.text(), value(property), SvgNumbers::share);
    }

    /** A number. */
    public double number(StyleProperty property) {
        return read(property.text(), value(property), SvgNumbers::one);
    }

    /** A length; percentages are of {@code whole}. */
    public double length(StyleProperty property, double whole) {
        return read(property.text(), value(property), Length::parse).of(whole);
    }

    /**
     * The element's own transform.
     *
     * @param width what percentages across are of
     * @param height likewise, down
     */
    public AffineTransform transform(double width, double height) {
        AffineTransform transform =
                read(StyleProperty.TRANSFORM.text(), value(StyleProperty.TRANSFORM), Transforms::parse);
        if (transform.isIdentity() || !tells(StyleProperty.TRANSFORM_ORIGIN)) {
            return transform;
        }
        TransformOrigin origin = transformOrigin();
        double x = origin.x().of(width);
        double y = origin.y().of(height);
        AffineTransform about = AffineTransform.getTranslateInstance(x, y);
        about.concatenate(transform);
        about.translate(-x, -y);
        return about;
    }

    private TransformOrigin transformOrigin() {
        String name = StyleProperty.TRANSFORM_ORIGIN.text();
        String value = value(StyleProperty.TRANSFORM_ORIGIN);
        boolean ofSheet = !value.equals(element.attribute(name, "").strip());
        if (ofSheet && TransformOrigin.hasBareNumbers(value)) {
            throw SvgRefusal.ofValue(element, name, value);
        }
        return read(name, value, TransformOrigin::parse);
    }

    /** One of the element's own lengths, such as {@code width}; null where it is not there, or {@code auto}. */
    public @Nullable Length geometry(String name) {
        String value = own.getOrDefault(name, "auto").strip();
        return value.equalsIgnoreCase("auto") || value.isEmpty() ? null : read(name, value, Length::parse);
    }

    /** What the element itself says of one of its own properties or attributes; empty where it says nothing. */
    public String own(String name) {
        return own.getOrDefault(name, "");
    }

    /** Reads a value of an element's attribute or property, and refuses the element by name if that fails. */
    public <T> T read(String name, String value, ValueReader<T> reader) {
        try {
            return reader.read(OF_FONT.matcher(value).find() ? inPixels(value, fontSize()) : value);
        } catch (ValueException e) {
            throw SvgRefusal.ofValue(element, name, value);
        }
    }

    /** The values, in lower case, that an element and those around it have of a property which is not inherited and yet goes on in them. */
    public String keywordsAround(StyleProperty property) {
        String own = text(property).toLowerCase(Locale.ROOT);
        return parent == null ? own : own + ' ' + parent.keywordsAround(property);
    }

    /** The size of letters, in pixels. */
    public double fontSize() {
        Style source = of(StyleProperty.FONT_SIZE);
        double outer = source.parent == null ? MEDIUM : source.parent.fontSize();
        String value = source.text(StyleProperty.FONT_SIZE).toLowerCase(Locale.ROOT);
        return switch (value) {
            case "xx-small" -> 9;
            case "x-small" -> 10;
            case "small" -> 13;
            case "medium" -> MEDIUM;
            case "large" -> 18;
            case "x-large" -> 24;
            case "xx-large" -> 32;
            case "smaller" -> outer / STEP;
            case "larger" -> outer * STEP;
            default -> source.fontSize(value, outer);
        };
    }

    /**
     * How heavy letters are, as CSS counts: 400 is usual, 700 is bold.
     *
     * @throws SvgRefusal when it is none of CSS's
     */
    public int fontWeight() {
        Style source = of(StyleProperty.FONT_WEIGHT);
        int outer = source.parent == null ? REGULAR : source.parent.fontWeight();
        String value = source.text(StyleProperty.FONT_WEIGHT).toLowerCase(Locale.ROOT);
        return switch (value) {
            case "normal" -> REGULAR;
            case "bold" -> BOLD;
            case "bolder" -> outer < 350 ? REGULAR : outer < 550 ? BOLD : Math.max(outer, HEAVIEST);
            case "lighter" -> outer < 550 ? Math.min(outer, LIGHTEST) : outer < 750 ? REGULAR : BOLD;
            default -> source.fontWeight(value);
        };
    }

    private int fontWeight(String value) {
        double weight = read(StyleProperty.FONT_WEIGHT.text(), value, SvgNumbers::one);
        if (weight >= 1 && weight <= 1000) {
            return (int) Math.round(weight);
        }
        throw SvgRefusal.ofValue(element, StyleProperty.FONT_WEIGHT.text(), value);
    }

    private double fontSize(String value, double outer) {
        try {
            double size = Length.parse(inPixels(value, outer)).of(outer);
            if (size >= 0) {
                return size;
            }
        } catch (ValueException e) {
            // refused below
        }
        throw SvgRefusal.ofValue(element, StyleProperty.FONT_SIZE.text(), value);
    }

    /** A value with lengths in pixels in the place of those in sizes of a font. */
    private String inPixels(String value, double size) {
        return OF_FONT.matcher(value).replaceAll(found -> {
            double units = switch (found.group(2).toLowerCase(Locale.ROOT)) {
                case "rem" -> parent == null ? size : root().fontSize();
                case "ex" -> size / 2;
                default -> size;
            };
            return BigDecimal.valueOf(Math.min(1e9, Math.max(-1e9, Double.parseDouble(found.group(1)) * units)))
                    .toPlainString();
        });
    }

    private Style root() {
        return parent == null ? this : parent.root();
    }

    /** Reads values of some type. */
    public interface ValueReader<T> {

        /** The value that a text stands for. */
        T read(String text) throws ValueException;
    }
}
