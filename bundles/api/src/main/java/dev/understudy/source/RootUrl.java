package dev.understudy.source;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A root that is no folder: the place of objects in a store outside this machine.
 *
 * @param scheme names the kind of store, such as {@code s3} or {@code https}; in lower case
 * @param authority bucket, or host and port
 * @param prefix what the names of all objects below the root begin with, decoded; empty, or ends in a slash
 * @param options how the store is reached, by name
 */
public record RootUrl(String scheme, String authority, String prefix, Map<String, String> options) {

    /** How roots are written, for messages. */
    public static final String FORM =
            "s3://bucket/prefix?region=…&endpoint=… or https://host/prefix, percent-encoded, without a user";

    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL);
    private static final Pattern FORMED =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://([^/?#\\s]+)(/[^?#]*)?(?:\\?([^#]*))?");
    private static final int MAX_LENGTH = 2048;

    public RootUrl {
        options = Map.copyOf(options);
    }

    /** Whether a text is the URL of a root, and no folder. */
    public static boolean isUrl(String text) {
        return URL.matcher(text).matches();
    }

    /**
     * Reads a root.
     *
     * @throws IllegalArgumentException saying what is wrong, without the text itself, which may have a secret in it
     */
    public static RootUrl of(String text) {
        Matcher formed = FORMED.matcher(text);
        if (text.length() > MAX_LENGTH || !formed.matches()) {
            throw new IllegalArgumentException("a root is no URL of the form " + FORM);
        }
        String authority = formed.group(2);
        if (authority.indexOf('@') >= 0) {
            throw new IllegalArgumentException(
                    "a root has a user or a key in it, which are not written there; credentials are found as the store's bundle says");
        }
        String path = formed.group(3) == null ? "" : formed.group(3).substring(1);
        String prefix = decoded(path);
        return new RootUrl(
                formed.group(1).toLowerCase(Locale.ROOT),
                authority,
                prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
                options(formed.group(4) == null ? "" : formed.group(4)));
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new TreeMap<>();
        for (String option : query.split("&")) {
            int equals = option.indexOf('=');
            if (!option.isEmpty() && equals <= 0) {
                throw new IllegalArgumentException("an option of a root has no value; allowed: name=value&name=value");
            }
            if (!option.isEmpty()) {
                options.put(decoded(option.substring(0, equals)), decoded(option.substring(equals + 1)));
            }
        }
        return options;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a root has a percent sign that begins no escape", e);
        }
    }

    /** The root of all objects that are reached in the same way. */
    public RootUrl store() {
        return new RootUrl(scheme, authority, "", options);
    }

    /** The root for messages and logs: without its options. */
    @Override
    public String toString() {
        return scheme + "://" + authority + "/" + prefix;
    }
}
