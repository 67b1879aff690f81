package dev.understudy.source.file;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;

/**
 * What a path in a request may look like: relative, with slashes, and never upwards. Backslashes and drive letters are
 * turned away on every system, so that a site does not depend on where its server runs.
 */
public final class RequestPaths {

    private RequestPaths() {}

    /**
     * Checks a path that comes from a request.
     *
     * @throws ServeException {@code request.malformed}
     */
    public static void check(String path) throws ServeException {
        if (path.isEmpty()) {
            throw malformed("it is empty");
        }
        if (path.indexOf('\0') >= 0) {
            throw malformed("it has a null character");
        }
        if (path.indexOf('\\') >= 0) {
            throw malformed("it has a backslash");
        }
        if (path.startsWith("/") || hasDriveLetter(path)) {
            throw malformed("it is not relative");
        }
        for (String element : path.split("/", -1)) {
            if (element.equals("..")) {
                throw malformed("it has an element '..'");
            }
        }
    }

    private static boolean hasDriveLetter(String path) {
        return path.length() >= 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
    }

    // The path itself is left out: it is hostile, and the message may be shown.
    private static ServeException malformed(String why) {
        return new ServeException(new Failure.Malformed("The path of the image or content is refused: " + why));
    }
}
