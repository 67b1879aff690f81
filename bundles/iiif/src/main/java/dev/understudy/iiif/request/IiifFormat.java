package dev.understudy.iiif.request;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The format of an image. The table has those of the API that the shipped codecs write.
 *
 * <p>Source: IIIF Image API 3.0, section 4.5.
 */
public enum IiifFormat {
    JPG("jpg", "jpeg", "jpeg", true),
    PNG("png", "png", "png-alpha", true),
    WEBP("webp", "webp", "webp-alpha", false),
    TIF("tif", "tif", "tif-alpha", true),
    GIF("gif", "gif", "gif-alpha", false),
    PDF("pdf", "pdf", "pdf", false);

    private final String suffix;
    private final String opaque;
    private final String transparent;
    private final boolean gray;

    IiifFormat(String suffix, String opaque, String transparent, boolean gray) {
        this.suffix = suffix;
        this.opaque = opaque;
        this.transparent = transparent;
        this.gray = gray;
    }

    /**
     * Reads a format.
     *
     * @throws ServeException {@code parameter.invalid}
     */
    static IiifFormat parse(String text) throws ServeException {
        return Arrays.stream(values())
                .filter(format -> format.suffix.equals(text))
                .findFirst()
                .orElseThrow(() -> new ServeException(new Failure.InvalidParameter("format", text, allowed())));
    }

    /**
     * The value of {@code fmt=}.
     *
     * @param transparency whether the image may have some
     * @param colorless whether it is to be gray, if the format has that
     */
    String command(boolean transparency, boolean colorless) {
        return (transparency ? transparent : opaque) + (colorless && hasGray(transparency) ? ",gray" : "");
    }

    /** Whether the format can be written in gray. */
    boolean hasGray(boolean transparency) {
        return gray && !(transparency && !transparent.equals(opaque));
    }

    /** As the API spells it. */
    @Override
    public String toString() {
        return suffix;
    }

    private static String allowed() {
        return Arrays.stream(values()).map(IiifFormat::toString).collect(Collectors.joining(", "));
    }
}
