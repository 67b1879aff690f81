package dev.understudy.protocol.syntax;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The name of an object, in the path of a request or in the value of a command: perhaps the root id of a catalog, then an id or
 * the path of a file. A leading slash stands for the default catalog where the name begins with no catalog.
 *
 * <p>Source: the reference's pages on object and FullMatch.
 *
 * @param text decoded
 */
public record ObjectName(String text) {

    /** The most characters of a name; no path in a file system is longer. */
    private static final int LENGTH = 4096;

    /** The most elements of a name. */
    private static final int ELEMENTS = 256;

    /**
     * The name in the path of a request: elements are decoded one by one, and empty ones left out.
     *
     * @param path what follows the mount, still encoded
     */
    public static ObjectName ofPath(String path) {
        return new ObjectName(Arrays.stream(path.split("/"))
                .filter(element -> !element.isEmpty())
                .map(PercentCoding::decode)
                .collect(Collectors.joining("/", path.startsWith("/") ? "/" : "", "")));
    }

    /**
     * The one spelling of a path among all that {@link #ofPath} takes for the same name, but for delimiters of queries, which stay as they
     * were sent. It has neither empty elements nor a leading slash.
     *
     * @param path what follows the mount, still encoded
     */
    public static String respelled(String path) {
        String decoded =
                Arrays.stream(path.split("/")).map(PercentCoding::respelled).collect(Collectors.joining("/"));
        return new ObjectName(decoded).normalized().relative();
    }

    /** The same name without elements that mean nothing to a file system: one file has one name, which begins with one catalog. */
    public ObjectName normalized() {
        return new ObjectName(Arrays.stream(text.split("/"))
                .filter(element -> !element.isEmpty() && !element.equals("."))
                .collect(Collectors.joining("/", isRooted() ? "/" : "", "")));
    }

    /** Whether there is a leading slash. */
    public boolean isRooted() {
        return text.startsWith("/");
    }

    /** The name without a leading slash. */
    public String relative() {
        return isRooted() ? text.substring(1) : text;
    }

    /** The first element, which may be the root id of a catalog. */
    public String rootId() {
        String name = relative();
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    /** The elements after the first one; empty for none. */
    public String idUnderRoot() {
        String name = relative();
        int slash = name.indexOf('/');
        return slash < 0 ? "" : name.substring(slash + 1);
    }

    /** The catalog that the name begins with, or else the default catalog. */
    public Catalog catalog(Catalogs catalogs) {
        return catalogs.catalog(normalized().rootId()).orElseGet(catalogs::defaultCatalog);
    }

    /**
     * Refuses names that could lead out of a folder, here or on a server that reads them in another way, that could hide something
     * from people who read logs, or that are longer than any that is in use.
     *
     * @throws ServeException {@code request.malformed} or {@code size.limit}
     */
    public void requireSafe() throws ServeException {
        requireWithin("The length of an object's name", text.length(), LENGTH);
        String decoded = RepeatedDecoding.decode(text);
        String[] elements = decoded.split("[/\\\\]");
        requireWithin("The number of elements of an object's name", elements.length, ELEMENTS);
        for (String element : elements) {
            String name = withoutParameters(element);
            if (name.equals("..") || name.equals(".")) {
                throw new ServeException(new Failure.Malformed(
                        "Elements '.' and '..' are not allowed in a path, in whichever way they are written: " + text));
            }
        }
        if (decoded.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new ServeException(new Failure.Malformed("Control characters are not allowed in an object"));
        }
    }

    /** Returns an element as servers read it that end it at a mark, or leave white space at the ends out. */
    private static String withoutParameters(String element) {
        int end = 0;
        while (end < element.length() && ";?#".indexOf(element.charAt(end)) < 0) {
            end++;
        }
        return element.substring(0, end).strip();
    }

    private static void requireWithin(String what, int size, int limit) throws ServeException {
        if (size > limit) {
            throw new ServeException(new Failure.TooLarge(what + " (" + size + ")", "the limit of " + limit));
        }
    }
}
