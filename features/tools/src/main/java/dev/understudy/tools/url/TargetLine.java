package dev.understudy.tools.url;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the request in a line, be it a URL alone, a line of an access log of this server or the one that the protocol comes from, or a
 * line in the common log format.
 */
public final class TargetLine {

    private static final Pattern WITH_METHOD =
            Pattern.compile("(\"?)\\b(?:GET|HEAD|POST)[ \\t]+(\\[?)(\\S+?)(?:\\]|\"|[ \\t]|$)");

    private static final Pattern FIELD = Pattern.compile("[^\\s\"'\\[\\]]+");

    private TargetLine() {}

    /**
     * The request of a line.
     *
     * @param line with a char for each byte
     * @return empty for a comment, an empty line, and a request that is none of the protocol's
     */
    public static Optional<RequestTarget> target(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return Optional.empty();
        }
        Matcher logged = WITH_METHOD.matcher(line);
        if (logged.find()) {
            // A log without quotation marks encodes percent signs once more, so that its fields stay apart.
            String target = logged.group(3);
            return RequestTarget.of(logged.group(1).isEmpty() ? target.replace("%25", "%") : target);
        }
        Optional<RequestTarget> alone = RequestTarget.of(line.strip());
        if (alone.isPresent()) {
            return alone;
        }
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            Optional<RequestTarget> found = RequestTarget.of(field.group());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
