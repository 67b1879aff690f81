package dev.understudy.content.item;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a request's path names: decoded, its elements separated by single slashes.
 *
 * @param text all of it, without a leading slash
 * @param rooted whether it had a leading slash, which means the default catalog
 */
record ObjectName(String text, boolean rooted) {

    private static final char NOT_UTF8 = '\uFFFD';

    /**
     * Reads a path.
     *
     * @param path still encoded
     * @throws ServeException {@code request.malformed}
     */
    static ObjectName read(String path) throws ServeException {
        String decoded = decode(path);
        if (decoded.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new ServeException(new Failure.Malformed("Control characters are not allowed in a path"));
        }
        for (String element : decoded.split("[/\\\\]", -1)) {
            if (element.equals("..")) {
                throw new ServeException(new Failure.Malformed("'..' is not allowed in a path: " + decoded));
            }
        }
        String text = Arrays.stream(decoded.split("/"))
                .filter(each -> !each.isEmpty() && !each.equals("."))
                .collect(Collectors.joining("/"));
        return new ObjectName(text, decoded.startsWith("/"));
    }

    /** The catalog that it begins with, or else the default catalog. */
    Catalog catalog(Catalogs catalogs) {
        return catalogs.catalog(first()).orElseGet(catalogs::defaultCatalog);
    }

    /** Before the first slash: perhaps the root id of a catalog. */
    String first() {
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }

    /** After the first slash. */
    String rest() {
        int slash = text.indexOf('/');
        return slash < 0 ? "" : text.substring(slash + 1);
    }

    /** As UTF-8, or as ISO-8859-1 where it is not that. A plus sign in a path is a plus sign. */
    private static String decode(String path) throws ServeException {
        try {
            String literal = path.replace("+", "%2B");
            String utf8 = URLDecoder.decode(literal, StandardCharsets.UTF_8);
            return utf8.indexOf(NOT_UTF8) < 0 ? utf8 : URLDecoder.decode(literal, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw new ServeException(new Failure.Malformed("The path is not properly encoded: " + path));
        }
    }
}
