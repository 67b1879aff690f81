package dev.understudy.iiif.request;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.regex.Pattern;

/**
 * What the path of a request asks for.
 *
 * <p>Source: IIIF Image API 3.0, section 2.
 */
public sealed interface IiifTarget {

    /** The identifier as it was sent: the object of a catalog, slashes encoded. */
    String identifier();

    /** The identifier alone, which leads to the information. */
    record Base(String identifier) implements IiifTarget {}

    /** What there is to know of an image. */
    record Information(String identifier) implements IiifTarget {}

    /** An image. */
    record Image(
            String identifier,
            IiifRegion region,
            IiifSize size,
            IiifRotation rotation,
            IiifQuality quality,
            IiifFormat format)
            implements IiifTarget {}

    /** The name of the information. */
    String INFORMATION = "info.json";

    /**
     * Reads a path.
     *
     * @param path what follows the mount and a slash, still encoded
     * @throws ServeException {@code parameter.invalid}; {@code object.unknown} when it has too few or too many elements
     */
    static IiifTarget parse(String path) throws ServeException {
        String[] parts = path.split("/", -1);
        if (parts[0].isEmpty()) {
            throw new ServeException(new Failure.Malformed("The path names no image; allowed: identifier/" + INFORMATION
                    + " or identifier/region/size/rotation/quality.format"));
        }
        if (parts.length == 1 || parts.length == 2 && parts[1].isEmpty()) {
            return new Base(parts[0]);
        }
        if (parts.length == 2 && parts[1].equals(INFORMATION)) {
            return new Information(parts[0]);
        }
        if (parts.length != 5) {
            // Identifiers whose slashes are not encoded come here, too: the API has them not be found.
            throw new ServeException(new Failure.Missing(path, false));
        }
        String last = decoded(parts[4]);
        int dot = last.lastIndexOf('.');
        if (dot < 0) {
            throw new ServeException(
                    new Failure.InvalidParameter("quality.format", last, "a quality, a dot and a format"));
        }
        return new Image(
                parts[0],
                IiifRegion.parse(decoded(parts[1])),
                IiifSize.parse(decoded(parts[2])),
                IiifRotation.parse(decoded(parts[3])),
                IiifQuality.parse(last.substring(0, dot)),
                IiifFormat.parse(last.substring(dot + 1)));
    }

    /** The object of a catalog as paths of the image service have it: still encoded, but for its slashes. */
    default String object() {
        return Escapes.SLASH.matcher(identifier()).replaceAll("/");
    }

    /** The characters that parameters are made of, which some clients encode. */
    private static String decoded(String text) {
        return text.replaceAll("(?i)%2C", ",")
                .replaceAll("(?i)%5E", "^")
                .replaceAll("(?i)%3A", ":")
                .replaceAll("(?i)%21", "!");
    }

    /** Escapes of percent-encoding. */
    final class Escapes {
        private static final Pattern SLASH = Pattern.compile("%2[Ff]");

        private Escapes() {}
    }
}
