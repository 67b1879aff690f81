package dev.understudy.codec.svg.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A place that a rule for a font names.
 *
 * @param kind what it is
 * @param value the URL, or the name of a font
 */
public record FontSource(Kind kind, String value) {

    private static final String URL = "url(";
    private static final String LOCAL = "local(";

    /** What places there are. */
    public enum Kind {
        /** The font stands there itself, as a {@code data:} URL. */
        DATA,
        /** A font that is here by the name of one of its faces. */
        LOCAL,
        /** A file somewhere else, or what nobody knows. */
        ELSEWHERE
    }

    /** The places that {@code src} lists, first choice first. */
    static List<FontSource> list(String src) {
        List<FontSource> sources = new ArrayList<>();
        for (String text : CssText.split(src, ',')) {
            String start =
                    text.substring(0, Math.min(text.length(), LOCAL.length())).toLowerCase(Locale.ROOT);
            if (start.startsWith(URL)) {
                String url = argument(text, URL.length());
                sources.add(new FontSource(
                        url.regionMatches(true, 0, "data:", 0, "data:".length()) ? Kind.DATA : Kind.ELSEWHERE, url));
            } else if (start.equals(LOCAL)) {
                sources.add(new FontSource(Kind.LOCAL, argument(text, LOCAL.length())));
            } else {
                sources.add(new FontSource(Kind.ELSEWHERE, text));
            }
        }
        return sources;
    }

    /** What stands in the parentheses that begin before some place, without quotation marks. */
    private static String argument(String text, int from) {
        String rest = text.substring(from).strip();
        boolean quoted = !rest.isEmpty() && "\"'".indexOf(rest.charAt(0)) >= 0;
        int start = quoted ? 1 : 0;
        int end = rest.indexOf(quoted ? rest.charAt(0) : ')', start);
        return rest.substring(start, end < 0 ? rest.length() : end).strip();
    }
}
