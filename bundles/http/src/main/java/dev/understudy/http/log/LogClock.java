package dev.understudy.http.log;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time as the access log has it. Dates are written out once a second, not for each request. Safe for many threads. */
final class LogClock {

    private static final DateTimeFormatter BEFORE_MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.", Locale.ROOT);
    private static final DateTimeFormatter AFTER_MILLIS = DateTimeFormatter.ofPattern(" Z", Locale.ROOT);
    private static final DateTimeFormatter COMMON =
            DateTimeFormatter.ofPattern("'['dd/MMM/yyyy:HH:mm:ss Z']'", Locale.ENGLISH);

    private static final DateTimeFormatter ISO_BEFORE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.", Locale.ROOT);
    private static final DateTimeFormatter ISO_AFTER = DateTimeFormatter.ofPattern("XXX", Locale.ROOT);

    private static final int MILLI_DIGITS = 3;

    private final Clock clock;
    private volatile @Nullable Second last;

    /** A second, written out. */
    private record Second(
            long number, String beforeMillis, String afterMillis, String common, String isoBefore, String isoAfter) {

        static Second of(long number, ZonedDateTime time) {
            return new Second(
                    number,
                    BEFORE_MILLIS.format(time),
                    AFTER_MILLIS.format(time),
                    COMMON.format(time),
                    ISO_BEFORE.format(time),
                    ISO_AFTER.format(time));
        }
    }

    /** A time to the millisecond. */
    static final class LogTime {

        private final Second second;
        private final int millis;

        private LogTime(Second second, int millis) {
            this.second = second;
            this.millis = millis;
        }

        /** Appends the time as {@code 2026-01-31 23:59:59.123 +0100}. */
        void exact(LineBuffer line) {
            line.text(second.beforeMillis());
            line.digits(millis, MILLI_DIGITS);
            line.text(second.afterMillis());
        }

        /** Returns the time as {@code 2026-01-31T23:59:59.123+01:00}. */
        String iso() {
            String digits = Integer.toString(1000 + millis).substring(1);
            return second.isoBefore() + digits + second.isoAfter();
        }

        /** Returns the time as {@code [31/Jan/2026:23:59:59 +0100]}. */
        String common() {
            return second.common();
        }
    }

    /**
     * Creates a clock.
     *
     * @param clock gives the time and the zone
     */
    LogClock(Clock clock) {
        this.clock = clock;
    }

    LogTime now() {
        long millis = clock.millis();
        long number = Math.floorDiv(millis, TimeUnit.SECONDS.toMillis(1));
        Second second = last;
        if (second == null || second.number() != number) {
            second = Second.of(number, Instant.ofEpochSecond(number).atZone(clock.getZone()));
            last = second;
        }
        return new LogTime(second, (int) Math.floorMod(millis, TimeUnit.SECONDS.toMillis(1)));
    }
}
