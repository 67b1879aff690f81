package dev.understudy.catalog;

import dev.understudy.failure.StatusPolicy;
import dev.understudy.image.Color;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.PixelSize;
import dev.understudy.image.ResMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The ways in which values of attributes and record fields are written. */
public final class Syntaxes {

    private Syntaxes() {}

    public static final Syntax<String> TEXT = of("text", text -> text);

    public static final Syntax<List<String>> FILES = of(
            "file names separated by commas",
            text -> Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList());

    public static final Syntax<Boolean> FLAG = of("0 or 1", text -> switch (text) {
        case "0" -> false;
        case "1" -> true;
        default -> throw new IllegalArgumentException();
    });

    public static final Syntax<Double> REAL = of("a number of 0 or more", text -> {
        double value = Double.parseDouble(text);
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException();
        }
        return value + 0.0;
    });

    public static final Syntax<Duration> HOURS =
            of("hours as a number of 0 or more", text -> Duration.ofMillis((long) (REAL.parse(text) * 3_600_000)));

    public static final Syntax<PixelSize> SIZE = of("width,height in pixels", text -> {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException();
        }
        return new PixelSize(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
    });

    public static final Syntax<Color> COLOR = of("a hexadecimal colour such as 0x80ff00", text -> {
        String digits = text.toLowerCase(Locale.ROOT).startsWith("0x") ? text.substring(2) : text;
        if (digits.isEmpty() || digits.length() > 6) {
            throw new IllegalArgumentException();
        }
        return Color.ofRgb(Integer.parseUnsignedInt(digits, 16));
    });

    public static final Syntax<JpegQuality> JPEG_QUALITY = of("quality 1..100, and 0 or 1 for full chroma", text -> {
        String[] parts = text.split(",", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException();
        }
        return new JpegQuality(Integer.parseInt(parts[0].strip()), parts.length == 2 && FLAG.parse(parts[1].strip()));
    });

    public static final Syntax<ResMode> RES_MODE =
            of("bilin, bicub, sharp2 or bisharp (also trilin, sharp)", text -> switch (text.toLowerCase(Locale.ROOT)) {
                case "bilin", "trilin" -> ResMode.BILIN;
                case "bicub" -> ResMode.BICUB;
                case "sharp2", "sharp" -> ResMode.SHARP2;
                case "bisharp" -> ResMode.BISHARP;
                default -> throw new IllegalArgumentException();
            });

    public static final Syntax<StatusPolicy> STATUS_POLICY =
            of("documented or http", text -> StatusPolicy.valueOf(text.toUpperCase(Locale.ROOT)));

    /** Whole numbers of a range. */
    public static Syntax<Integer> integer(int min, int max) {
        return of("an integer of " + min + ".." + max, text -> {
            int value = Integer.parseInt(text);
            if (value < min || value > max) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    private static <T> Syntax<T> of(String allowed, Function<String, T> parser) {
        return new Syntax<>() {
            @Override
            public T parse(String text) {
                try {
                    return parser.apply(text.strip());
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("'" + text + "' is not allowed; allowed: " + allowed, e);
                }
            }

            @Override
            public String allowed() {
                return allowed;
            }
        };
    }
}
