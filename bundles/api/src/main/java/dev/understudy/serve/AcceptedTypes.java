package dev.understudy.serve;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The media types that a client takes, as the header {@code Accept} has them; RFC 9110, section 12.5.1. A member that is malformed
 * counts for nothing. Parameters other than {@code q} are not looked at.
 */
public final class AcceptedTypes {

    /** The types of a client that does not say which it takes: all of them, and none by name. */
    public static final AcceptedTypes UNSAID = new AcceptedTypes(Map.of("*/*", 1000));

    /** As many types as any browser names, many times over; what comes after them is not read. */
    private static final int MAX_TYPES = 200;

    private static final int MAX_LENGTH = 16_384;

    private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

    private final Map<String, Integer> weights;
    private final int hash;

    private AcceptedTypes(Map<String, Integer> weights) {
        this.weights = Map.copyOf(weights);
        this.hash = this.weights.hashCode();
    }

    /**
     * Reads the header in one pass.
     *
     * @param header the value; several fields are joined by commas
     */
    public static AcceptedTypes of(String header) {
        Map<String, Integer> weights = new HashMap<>();
        int end = Math.min(header.length(), MAX_LENGTH);
        int begin = 0;
        for (int read = 0; begin < end && read < MAX_TYPES; read++) {
            int comma = next(header, ',', begin, end);
            add(header.substring(begin, comma), weights);
            begin = comma + 1;
        }
        return weights.isEmpty() ? UNSAID : new AcceptedTypes(weights);
    }

    /** Whether the client names the type itself, and takes it: a wildcard is no word for a new format. */
    public boolean names(String mediaType) {
        return weights.getOrDefault(mediaType, 0) > 0;
    }

    /** How much the client wants a type, in thousandths; 0 for not at all. */
    public int weight(String mediaType) {
        String range = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
        return weights.getOrDefault(mediaType, weights.getOrDefault(range, weights.getOrDefault("*/*", 0)));
    }

    private static void add(String member, Map<String, Integer> weights) {
        int semicolon = next(member, ';', 0, member.length());
        String range = member.substring(0, semicolon).strip().toLowerCase(Locale.ROOT);
        if (range.indexOf('/') > 0) {
            weights.merge(range, weight(member, semicolon), Math::max);
        }
    }

    /** The weight among the parameters of a member; 1 without one, and 0 for one that is none. */
    private static int weight(String member, int firstSemicolon) {
        int semicolon = firstSemicolon;
        while (semicolon < member.length()) {
            int end = next(member, ';', semicolon + 1, member.length());
            String parameter = member.substring(semicolon + 1, end).strip();
            if (parameter.startsWith("q=") || parameter.startsWith("Q=")) {
                return thousandths(parameter.substring(2));
            }
            semicolon = end;
        }
        return 1000;
    }

    private static int thousandths(String weight) {
        if (!WEIGHT.matcher(weight).matches()) {
            return 0;
        }
        return (int) Math.round(Double.parseDouble(weight) * 1000);
    }

    /** The first of these characters outside quotes, else the end. */
    private static int next(String text, char wanted, int begin, int end) {
        boolean quoted = false;
        for (int at = begin; at < end; at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\') {
                at++;
            } else if (c == wanted && !quoted) {
                return at;
            }
        }
        return end;
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof AcceptedTypes types && types.hash == hash && types.weights.equals(weights);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return weights.toString();
    }
}
