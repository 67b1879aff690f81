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

    /** A request between quotation marks, whose URL may have blanks: servers have let them in, and logged them as they came. */
    private static final Pattern QUOTED =
            Pattern.compile("\"(?:GET|HEAD|POST)[ \\t]+([^\"]+?)[ \\t]+HTTP/\\d(?:\\.\\d)?\"");

    /** A line that is one text between quotation marks, as in lists out of scripts and tables. */
    private static final Pattern IN_QUOTATION_MARKS = Pattern.compile("([\"'])(.*)\\1,?");

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
        Matcher quoted = QUOTED.matcher(line);
        if (quoted.find()) {
            return RequestTarget.of(quoted.group(1));
        }
        Matcher logged = WITH_METHOD.matcher(line);
        if (logged.find()) {
            String target = logged.group(3);
            return RequestTarget.of(logged.group(1).isEmpty() ? ofField(target) : target);
        }
        Matcher marked = IN_QUOTATION_MARKS.matcher(line.strip());
        Optional<RequestTarget> alone = RequestTarget.of(marked.matches() ? marked.group(2) : line.strip());
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

    /**
     * The request of a field of a log without quotation marks, which encodes percent signs once more, so that its fields stay apart.
     *
     * @param field with all of its percent signs encoded; one that has others is of another log, and is as it was sent
     */
    public static String ofField(String field) {
        String decoded = field.replace("%25", "%");
        boolean encoded = field.length() - decoded.length()
                == 2L * decoded.chars().filter(c -> c == '%').count();
        return encoded ? decoded : field;
    }
}
