package dev.understudy.shell.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people read them. */
public final class TimestampFormat {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final DateTimeFormatter format;

    /** In the time of a zone. */
    public TimestampFormat(ZoneId zone) {
        format = FORMAT.withZone(zone);
    }

    /** To the second, such as {@code 2026-03-01 14:05:00}. */
    public String text(Instant moment) {
        return format.format(moment);
    }
}
