package dev.understudy.protocol.properties;

import dev.understudy.catalog.Syntaxes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values are written in properties. */
public final class PropertyValues {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "MM/dd/yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private PropertyValues() {}

    /** 0 or 1. */
    public static String flag(boolean value) {
        return value ? "1" : "0";
    }

    /** Without digits that say nothing: {@code 100}, {@code 0.25}. */
    public static String real(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Hours; -1 for never. */
    public static String hours(Duration lifetime) {
        return lifetime.equals(Syntaxes.NEVER_EXPIRES) ? "-1" : real(lifetime.toMillis() / 3_600_000.0);
    }

    /** As catalogs write time stamps. */
    public static String time(Instant time) {
        return TIME.format(time);
    }
}
