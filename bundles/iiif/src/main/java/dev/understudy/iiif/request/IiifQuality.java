package dev.understudy.iiif.request;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;

/**
 * The quality of an image.
 *
 * <p>Source: IIIF Image API 3.0, section 4.4.
 */
public enum IiifQuality {
    DEFAULT("default"),
    COLOR("color"),
    GRAY("gray"),
    BITONAL("bitonal");

    private static final String ALLOWED = "default, color, gray or bitonal";

    private final String text;

    IiifQuality(String text) {
        this.text = text;
    }

    /**
     * Reads a quality.
     *
     * @throws ServeException {@code parameter.invalid}
     */
    static IiifQuality parse(String text) throws ServeException {
        return switch (text) {
            case "default" -> DEFAULT;
            case "color" -> COLOR;
            case "gray" -> GRAY;
            case "bitonal" -> BITONAL;
            default -> throw new ServeException(new Failure.InvalidParameter("quality", text, ALLOWED));
        };
    }

    /** As the API spells it. */
    @Override
    public String toString() {
        return text;
    }
}
