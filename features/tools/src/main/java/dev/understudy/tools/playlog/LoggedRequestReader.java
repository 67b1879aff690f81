package dev.understudy.tools.playlog;

import dev.understudy.tools.url.RequestTarget;
import dev.understudy.tools.url.TargetLine;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the requests of the lines of an access log.
 *
 * <p>Source: the reference's page on the utility playlog.
 *
 * @param column the field that has the request, from 1; 0 when it is to be found
 * @param methodColumn the field that has the method, from 1; used with a column of the request
 * @param separator what is between fields
 * @param marker what a line has that is to be sent
 * @param suffix what is appended to the query, with the numbers of fields in braces; empty for nothing
 */
record LoggedRequestReader(int column, int methodColumn, Pattern separator, Pattern marker, String suffix) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private static final Pattern FIELD = Pattern.compile("\\{(\\d{1,3})}");

    private static final Pattern METHOD = Pattern.compile("\\b(GET|HEAD|POST)[ \\t]");

    /**
     * A request to be sent.
     *
     * @param method as it was logged; GET where the log has none
     * @param target path and query, still encoded
     */
    record LoggedRequest(String method, String target) {}

    /** The request of a line; empty for none. */
    Optional<LoggedRequest> read(String line) {
        if (line.isBlank() || !marker.matcher(line).find()) {
            return Optional.empty();
        }
        String[] fields = separator.split(line);
        if (column == 0) {
            Matcher method = METHOD.matcher(line);
            String found = method.find() ? method.group(1) : "GET";
            return TargetLine.target(line)
                    .map(RequestTarget::toString)
                    .map(target -> new LoggedRequest(found, suffixed(target, fields)));
        }
        String field = field(fields, column);
        if (!field.startsWith("/")) {
            return Optional.empty();
        }
        String logged = field(fields, methodColumn);
        String method = logged.replace("\"", "").toUpperCase(Locale.ROOT);
        String target = logged.startsWith("\"") ? field : TargetLine.ofField(field);
        return Optional.of(new LoggedRequest(METHODS.contains(method) ? method : "GET", suffixed(target, fields)));
    }

    private String suffixed(String target, String[] fields) {
        if (suffix.isEmpty()) {
            return target;
        }
        String filled = FIELD.matcher(suffix)
                .replaceAll(number -> Matcher.quoteReplacement(field(fields, Integer.parseInt(number.group(1)))));
        return target + (target.indexOf('?') < 0 ? '?' : '&') + filled;
    }

    private static String field(String[] fields, int number) {
        return number >= 1 && number <= fields.length ? fields[number - 1] : "";
    }
}
