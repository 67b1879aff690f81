package dev.understudy.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The absolute URL of an image on a foreign server, in one form for all spellings of scheme and host.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address has its brackets
 * @param port 1..65535
 * @param target path and query, encoded as they are to be sent
 */
public record ForeignUrl(String scheme, String host, int port, String target) {

    /** How URLs are written, for messages. */
    public static final String FORM =
            "http://host[:port]/path or https://host[:port]/path, percent-encoded, without a user";

    private static final String HTTPS = "https";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int MAX_PORT = 65535;
    private static final int MAX_LENGTH = 4096;

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern FORMED = Pattern.compile("(?i)(https?)://([^/?#]*)([/?].*)?");
    private static final Pattern AUTHORITY = Pattern.compile(
            "([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?\\.?|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{0,5}))?");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?i)(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|\\.?$)){4}");
    private static final Pattern SENT_AS_IT_IS = Pattern.compile("[\\x21-\\x7e&&[^\\\\\"<>#]]*");

    /** Whether a text is an absolute URL of any scheme, instead of one that is relative to a root. */
    public static boolean isAbsolute(String text) {
        return text.startsWith("//") || SCHEME.matcher(text).matches();
    }

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException saying what is wrong, without the URL itself, which may have keys in it
     */
    public static ForeignUrl of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("it has more than " + MAX_LENGTH + " characters");
        }
        if (!SENT_AS_IT_IS.matcher(text).matches()) {
            throw new IllegalArgumentException("it has a character that must be percent-encoded, or a fragment");
        }
        Matcher formed = FORMED.matcher(text);
        if (!formed.matches()) {
            throw new IllegalArgumentException("it is not one of http or https with a host");
        }
        String authority = formed.group(2);
        if (authority.indexOf('@') >= 0) {
            throw new IllegalArgumentException("it has a user");
        }
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches() || !isHost(parts.group(1))) {
            throw new IllegalArgumentException(
                    "its host or its port is none; names in other scripts are written as xn--…");
        }
        String scheme = formed.group(1).toLowerCase(Locale.ROOT);
        String host = parts.group(1).toLowerCase(Locale.ROOT);
        String target = formed.group(3) == null ? "/" : formed.group(3);
        return new ForeignUrl(
                scheme,
                host.endsWith(".") ? host.substring(0, host.length() - 1) : host,
                port(parts.group(2), scheme),
                target.startsWith("/") ? target : "/" + target);
    }

    /** Whether a name is one by the rules for URLs: the odd forms in which systems also take addresses are not. */
    private static boolean isHost(String name) {
        if (ENDS_IN_NUMBER.matcher(name).matches()) {
            return IPV4.matcher(name).matches();
        }
        try {
            return new URI("http://" + name).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int port(@Nullable String digits, String scheme) {
        if (digits == null || digits.isEmpty()) {
            return usualPort(scheme);
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("its port is " + port);
        }
        return port;
    }

    private static int usualPort(String scheme) {
        return scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
    }

    /** Whether the port is the one that its scheme has if none is given. */
    public boolean hasUsualPort() {
        return port == usualPort(scheme);
    }

    /** Scheme, host, and the port if it is not the usual one. */
    public String origin() {
        return scheme + "://" + host + (hasUsualPort() ? "" : ":" + port);
    }

    /** The URL for messages: its query, which may have a key in it, is left out. */
    public String shown() {
        int query = target.indexOf('?');
        return origin() + (query < 0 ? target : target.substring(0, query) + "?***");
    }

    /** The whole URL. */
    @Override
    public String toString() {
        return origin() + target;
    }
}
