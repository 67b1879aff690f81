package dev.understudy.protocol.syntax;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import org.jspecify.annotations.Nullable;

/**
 * A request in a value: {@code is{path?commands}}. Parentheses serve for braces; both may be encoded, as some programs do
 * that pass addresses on.
 *
 * <p>Source: the reference's page on request nesting and embedding.
 *
 * @param kind the server that is asked
 * @param text the request between the delimiters
 */
public record NestedRequest(Kind kind, String text) {

    /** The server that a nested request asks. */
    public enum Kind {
        /** The server itself, for an image. */
        IS("is"),
        /** A render server. */
        IR("ir"),
        /** A graphics server. */
        FXG("fxg"),
        /** A foreign server. */
        FOREIGN("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final String[] OPENERS = {"{", "(", "%7b", "%28"};
    private static final String[] CLOSERS = {"}", ")", "%7d", "%29"};

    /**
     * The nested request that the value is; null when it is something else.
     *
     * @param command for messages
     * @throws ServeException {@code request.malformed} when it is never closed, or is not the whole value
     */
    public static @Nullable NestedRequest of(String command, String value) throws ServeException {
        Kind kind = kindAt(value, 0);
        if (kind == null) {
            return null;
        }
        int opener = kind.prefix.length();
        int closer = closer(value, opener);
        if (closer < 0) {
            throw new ServeException(
                    new Failure.Malformed(command + "= opens a nested request that is never closed: " + shown(value)));
        }
        if (closer + delimiterLength(value, closer) != value.length()) {
            throw new ServeException(
                    new Failure.Malformed(command + "= goes on after its nested request: " + shown(value)));
        }
        String text = value.substring(opener + delimiterLength(value, opener), closer);
        return new NestedRequest(
                kind, value.charAt(opener) == '%' && isAllEncoded(text) ? PercentCoding.decode(text) : text);
    }

    /** Whether a value begins as a request to a foreign server does. */
    public static boolean isForeign(String value) {
        return kindAt(value, 0) == Kind.FOREIGN;
    }

    /** The end of the nested request that starts at {@code from}; {@code from} when none starts there, -1 when it never ends. */
    static int skip(String text, int from, boolean prefixNeeded) {
        Kind kind = kindAt(text, from);
        if (kind == null || prefixNeeded && kind == Kind.FOREIGN) {
            return from;
        }
        int closer = closer(text, from + kind.prefix.length());
        return closer < 0 ? -1 : closer + delimiterLength(text, closer);
    }

    private static @Nullable Kind kindAt(String text, int index) {
        for (Kind kind : Kind.values()) {
            int opener = index + kind.prefix.length();
            if (text.regionMatches(true, index, kind.prefix, 0, kind.prefix.length())
                    && delimiter(text, opener, OPENERS) >= 0) {
                return kind;
            }
        }
        return null;
    }

    /** The closing delimiter of the kind that opens here; encoded ones count only if that one is encoded. */
    private static int closer(String text, int opener) {
        int kind = delimiter(text, opener, OPENERS) % 2;
        boolean encoded = text.charAt(opener) == '%';
        int depth = 0;
        for (int i = opener; i < text.length(); i++) {
            if (text.charAt(i) == '%' && !encoded) {
                continue;
            }
            if (isOfKind(delimiter(text, i, OPENERS), kind)) {
                depth++;
            } else if (isOfKind(delimiter(text, i, CLOSERS), kind) && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOfKind(int delimiter, int kind) {
        return delimiter >= 0 && delimiter % 2 == kind;
    }

    private static int delimiter(String text, int index, String[] delimiters) {
        for (int i = 0; i < delimiters.length; i++) {
            if (text.regionMatches(true, index, delimiters[i], 0, delimiters[i].length())) {
                return i;
            }
        }
        return -1;
    }

    private static int delimiterLength(String text, int index) {
        return text.charAt(index) == '%' ? 3 : 1;
    }

    /** Whether delimiters inside are encoded too: then the whole value was encoded once more than the reference asks for. */
    private static boolean isAllEncoded(String text) {
        return text.chars().noneMatch(c -> c == '?' || c == '&' || c == '=');
    }

    private static String shown(String value) {
        return value.length() > 80 ? value.substring(0, 80) + "…" : value;
    }
}
