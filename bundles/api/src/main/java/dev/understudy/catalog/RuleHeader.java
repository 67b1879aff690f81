package dev.understudy.catalog;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header that a preprocessing rule gives the answer. Name and value of a rule may have substitution variables; those of an answer
 * have none.
 *
 * <p>Source: the reference's page on header. Which headers are not for rules is ours.
 *
 * @param name as HTTP allows it, once variables are filled in
 * @param value likewise
 * @param adds whether the value is added to what the header has, instead of replacing that
 */
public record RuleHeader(String name, String value, boolean adds) {

    /** How many chars a name and its value may have together. */
    private static final int MOST = 4096;

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Headers that say how an answer is framed, what the body is, or that are the server's own affair. */
    private static final Set<String> DENIED = Set.of(
            "accept-ranges",
            "age",
            "connection",
            "content-encoding",
            "content-length",
            "content-range",
            "date",
            "etag",
            "keep-alive",
            "last-modified",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-connection",
            "retry-after",
            "server",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via");

    /** The beginning of the names of the server's own headers. */
    private static final String OWN = "understudy-";

    /** Headers by which caches are told what they may keep. */
    private static final Set<String> OF_CACHES = Set.of(
            "cache-control", "expires", "pragma", "surrogate-control", "cdn-cache-control", "edge-control", "vary");

    /** Whether the name has a substitution variable, so that it is known with a request alone. */
    public boolean hasVariableName() {
        int dollar = name.indexOf('$');
        return dollar >= 0 && name.indexOf('$', dollar + 1) > dollar + 1;
    }

    /** Whether caches are told by it what they may keep. */
    public boolean isOfCaches() {
        return OF_CACHES.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Requires a name that HTTP allows and that is free for rules.
     *
     * @throws IllegalArgumentException when it is not
     */
    public RuleHeader requireName() {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + Printable.of(name)
                    + "' is not a valid name of a header; allowed: letters, digits and !#$%&'*+-.^_`|~");
        }
        if (DENIED.contains(lower) || lower.startsWith(OWN)) {
            throw new IllegalArgumentException(
                    "the header '" + name + "' is the server's own; allowed: headers other than those of connection,"
                            + " length, encoding, ranges, validators and dates");
        }
        if (lower.equals("vary") && !adds) {
            throw new IllegalArgumentException("the header 'Vary' can only be added to; allowed: Action=\"add\"");
        }
        return this;
    }

    /**
     * Requires a value that HTTP allows.
     *
     * @throws IllegalArgumentException when it is not
     */
    public RuleHeader requireValue() {
        if (name.length() + value.length() > MOST) {
            throw new IllegalArgumentException(
                    "the header has more than " + MOST + " characters; allowed: a name and value of " + MOST);
        }
        if (!value.chars().allMatch(c -> c == '\t' || c >= ' ' && c < 0x7f || c >= 0xa0 && c <= 0xff)) {
            throw new IllegalArgumentException("the value of the header '" + Printable.of(name)
                    + "' has characters that no header has; allowed: ISO 8859-1 without control characters");
        }
        return this;
    }
}
