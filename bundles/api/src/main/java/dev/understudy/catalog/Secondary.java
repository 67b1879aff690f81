package dev.understudy.catalog;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where a secondary server is. Only configuration says so; nothing in a request can.
 *
 * <p>Source: the reference's page on error redirection.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or an address, IPv6 in brackets
 * @param port 1..65535
 */
public record Secondary(String scheme, String host, int port) {

    /** How one is written, for messages. */
    public static final String FORM = "http://host[:port] or https://host[:port]";

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int MAX_PORT = 65535;

    public Secondary {
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("the scheme is '" + scheme + "'");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("the port is " + port);
        }
    }

    /**
     * The server at a root URL.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Secondary of(String rootUrl) {
        URI uri = URI.create(rootUrl);
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException("scheme or host is missing");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("it has a user, a query or a fragment");
        }
        if (!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
            throw new IllegalArgumentException("it has the path " + uri.getRawPath());
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        return new Secondary(scheme, uri.getHost(), uri.getPort() == -1 ? usual : uri.getPort());
    }

    /**
     * The servers at root URLs that are separated by white space, each once, in their order; none for empty text.
     *
     * @throws IllegalArgumentException saying which is wrong, and why
     */
    public static List<Secondary> listOf(String rootUrls) {
        return Arrays.stream(rootUrls.strip().split("\\s+"))
                .filter(rootUrl -> !rootUrl.isEmpty())
                .map(Secondary::checked)
                .distinct()
                .toList();
    }

    private static Secondary checked(String rootUrl) {
        try {
            return of(rootUrl);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + rootUrl + "': " + e.getMessage(), e);
        }
    }

    /** The value of {@code Host} in requests to the server. */
    public String authority() {
        boolean usual = port == (scheme.equals("https") ? HTTPS_PORT : HTTP_PORT);
        return usual ? host : host + ":" + port;
    }

    /** The root URL. */
    @Override
    public String toString() {
        return scheme + "://" + authority();
    }
}
