package dev.understudy.engine.request;

import dev.understudy.protocol.syntax.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the values of variables into foreign URLs. They are decoded once, as everywhere, and not encoded again; what is to arrive
 * encoded at the foreign server is encoded twice. Only what no URL may have as it is, and what would end the nested request, is
 * encoded all the same, so that a value that was encoded once arrives too.
 *
 * <p>Source: the reference's page on substitution variables.
 */
final class ForeignVariables {

    private static final Pattern SENT_ENCODED = Pattern.compile("[^A-Za-z0-9%._~:/?@!$&'*+,;=-]|%(?![0-9A-Fa-f]{2})");

    private ForeignVariables() {}

    /** An encoded value as it is written into a URL. */
    static String written(String raw) {
        Matcher matcher = SENT_ENCODED.matcher(PercentCoding.decodeValue(raw));
        return matcher.replaceAll(match -> Matcher.quoteReplacement(encoded(match.group())));
    }

    private static String encoded(String character) {
        StringBuilder out = new StringBuilder();
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format("%%%02X", octet));
        }
        return out.toString();
    }
}
