package dev.understudy.protocol.properties;

import dev.understudy.catalog.Syntaxes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes values as properties have them. */
public final class PropertyValues {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "MM/dd/yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private PropertyValues() {}

    /** Writes a flag: 0 or 1. */
    public static String flag(boolean value) {
        return value ? "1" : "0";
    }

    /** Writes a number without trailing zeros: {@code 100}, {@code 0.25}. */
    public static String real(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Writes a lifetime in hours; -1 for one that never ends. */
    public static String hours(Duration lifetime) {
        return lifetime.equals(Syntaxes.NEVER_EXPIRES) ? "-1" : real(lifetime.toMillis() / 3_600_000.0);
    }

    /** Writes a time as the time stamps of catalogs are written. */
    public static String time(Instant time) {
        return TIME.format(time);
    }
}
