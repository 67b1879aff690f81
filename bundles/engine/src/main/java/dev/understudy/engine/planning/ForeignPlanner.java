package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.ObjectName;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.SourceKey;
import java.util.regex.Pattern;

/**
 * Finds out which image of a foreign server a request names, and whether its catalog allows that.
 *
 * <p>Source: the reference's pages on request nesting and embedding, AllowDirectUrls and RootUrl.
 */
final class ForeignPlanner {

    private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private ForeignPlanner() {}

    /**
     * The image at a URL, which is absolute, or else relative to the catalog's root URL.
     *
     * @param command that has the URL, for messages
     * @throws ServeException {@code foreign.failed} when the catalog does not allow it; {@code request.malformed} when it is no URL
     */
    static SourceKey source(String command, String written, Catalog catalog) throws ServeException {
        String url = written.strip();
        if (NO_ESCAPE.matcher(url).find()) {
            throw new ServeException(new Failure.Malformed(command
                    + "= has a URL with a percent sign that begins no escape; allowed: % and two hexadecimal digits"));
        }
        return SourceKey.foreign(
                ForeignUrl.isAbsolute(url) ? direct(command, url, catalog) : relative(command, url, catalog));
    }

    private static ForeignUrl direct(String command, String url, Catalog catalog) throws ServeException {
        if (!catalog.get(Attributes.ALLOW_DIRECT_URLS)) {
            throw failure(command + "= has an absolute URL, which AllowDirectUrls=1 in the catalog would allow");
        }
        ForeignUrl direct = parsed(command + "= has a URL that cannot be used: ", url);
        if (!TrustedHosts.of(catalog).have(direct)) {
            throw failure(command + "= has a URL of " + direct.origin()
                    + ", which is not among the catalog's TrustedDomains; allowed: " + TrustedHosts.of(catalog));
        }
        return direct;
    }

    private static ForeignUrl relative(String command, String url, Catalog catalog) throws ServeException {
        String root = catalog.get(Attributes.ROOT_URL).strip();
        if (root.isEmpty()) {
            throw failure(command + "= has a relative URL, but the catalog has no RootUrl");
        }
        parsed("RootUrl of the catalog cannot be used: ", root);
        if (root.indexOf('?') >= 0) {
            throw failure("RootUrl of the catalog cannot be used: it has a query");
        }
        String path = url.startsWith("/") ? url.substring(1) : url;
        requireBelow(command, path);
        return parsed(
                command + "= has a URL that cannot be used: ", root.endsWith("/") ? root + path : root + "/" + path);
    }

    /** No relative URL leaves the root, however often its server decodes it. */
    private static void requireBelow(String command, String url) throws ServeException {
        int query = url.indexOf('?');
        try {
            new ObjectName(query < 0 ? url : url.substring(0, query)).requireSafe();
        } catch (ServeException e) {
            throw failure(command + "= has a relative URL that may lead elsewhere: "
                    + e.failure().message());
        }
    }

    private static ForeignUrl parsed(String where, String url) throws ServeException {
        try {
            return ForeignUrl.of(url);
        } catch (IllegalArgumentException e) {
            throw failure(where + e.getMessage() + "; allowed: " + ForeignUrl.FORM);
        }
    }

    private static ServeException failure(String message) {
        return new ServeException(new Failure.Foreign(message, null));
    }
}
