package dev.understudy.catalog;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points in time as catalogs write them.
 *
 * <p>Source: the reference's page on catalog::TimeStamp.
 */
final class Times {

    private static final Pattern MILLISECONDS = Pattern.compile("-?\\d{1,18}");

    private static final Pattern WITH_OFFSET =
            Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})\\s+(\\d{1,2}):(\\d{1,2}):(\\d{1,2})\\s+"
                    + "(?i:GMT|UTC)\\s*(?:([+-]?)(\\d{1,2})(?::?(\\d{2}))?)?");

    private Times() {}

    /**
     * Reads a point in time.
     *
     * @throws IllegalArgumentException when it is not one
     */
    static Instant parse(String text) {
        if (MILLISECONDS.matcher(text).matches()) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        Matcher matcher = WITH_OFFSET.matcher(text);
        return matcher.matches() ? withOffset(matcher) : withZoneName(text);
    }

    private static Instant withOffset(Matcher parts) {
        try {
            int sign = "-".equals(parts.group(7)) ? -1 : 1;
            ZoneOffset offset = ZoneOffset.ofHoursMinutes(sign * number(parts, 8), sign * number(parts, 9));
            return LocalDateTime.of(
                            number(parts, 3),
                            number(parts, 1),
                            number(parts, 2),
                            number(parts, 4),
                            number(parts, 5),
                            number(parts, 6))
                    .toInstant(offset);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** {@code PST} and {@code PDT} are different zones here, which java.time does not do. */
    private static Instant withZoneName(String text) {
        SimpleDateFormat format = new SimpleDateFormat("MM/dd/yyyy HH:mm:ss zzz", Locale.US);
        format.setLenient(false);
        ParsePosition position = new ParsePosition(0);
        Date date = format.parse(text, position);
        if (date == null || position.getIndex() != text.length()) {
            throw new IllegalArgumentException("no point in time");
        }
        return date.toInstant();
    }
}
