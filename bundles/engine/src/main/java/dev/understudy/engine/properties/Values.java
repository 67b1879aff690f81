package dev.understudy.engine.properties;

import dev.understudy.catalog.Syntaxes;
import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values are written in properties. */
final class Values {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "MM/dd/yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Values() {}

    static String flag(boolean value) {
        return value ? "1" : "0";
    }

    /** {@code rrggbb}. */
    static String hex(Color color) {
        return String.format("%02x%02x%02x", color.red(), color.green(), color.blue());
    }

    static String size(PixelSize size) {
        return size.width() + "," + size.height();
    }

    /** Without digits that say nothing: {@code 100}, {@code 0.25}. */
    static String real(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Hours; -1 for never. */
    static String hours(Duration lifetime) {
        return lifetime.equals(Syntaxes.NEVER_EXPIRES) ? "-1" : real(lifetime.toMillis() / 3_600_000.0);
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** The reference's names of pixel types. */
    static String pixelType(Samples samples) {
        return switch (samples) {
            case GRAY -> "BW";
            case CMYK -> "CMYK";
            case RGB, YCC -> "RGB";
        };
    }
}
