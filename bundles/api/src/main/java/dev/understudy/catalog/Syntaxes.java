package dev.understudy.catalog;

import dev.understudy.failure.StatusPolicy;
import dev.understudy.image.Color;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.PixelSize;
import dev.understudy.image.ResMode;
import dev.understudy.image.Tolerance;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The ways in which values of attributes and record fields are written.
 *
 * <p>Source: the reference's pages on common data types and on each attribute.
 */
public final class Syntaxes {

    /** The meaning of {@code -1} hours, never: as long as caches can be told to keep something. */
    public static final Duration NEVER_EXPIRES = Duration.ofDays(3650);

    private Syntaxes() {}

    public static final Syntax<String> TEXT = text("text");

    /** Property data: {@code name=value} pairs, on lines of their own when it is read. */
    public static final Syntax<String> PROPERTIES = text("name=value pairs separated by ?? or line breaks");

    public static final Syntax<List<String>> LIST = list("names separated by commas");

    public static final Syntax<List<String>> FILES = list("file names separated by commas");

    public static final Syntax<Boolean> FLAG = lenient("0 or 1", text -> switch (text) {
        case "0" -> false;
        case "1" -> true;
        default -> throw new IllegalArgumentException();
    });

    public static final Syntax<Boolean> TRUE_FALSE =
            of("true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
                case "false", "0" -> false;
                case "true", "1" -> true;
                default -> throw new IllegalArgumentException();
            });

    public static final Syntax<Double> REAL = of("a number of 0 or more", Syntaxes::positive);

    /** Hours as they are written, {@code -1} as {@link #NEVER_EXPIRES}. */
    public static final Syntax<Duration> HOURS =
            of("hours as a number of 0 or more; -1 never expires", Syntaxes::hours);

    /** The meaning of a record's {@code -2} hours: the attribute's value. */
    public static final Duration AS_ATTRIBUTE = Duration.ofHours(-2);

    /** As {@link #HOURS}, and {@code -2} as {@link #AS_ATTRIBUTE}. */
    public static final Syntax<Duration> RECORD_HOURS = of(
            "hours as a number of 0 or more; -1 never expires; -2 as the attribute",
            text -> Double.parseDouble(text) == -2 ? AS_ATTRIBUTE : hours(text));

    public static final Syntax<Instant> TIME = lenient(
            "milliseconds since 1970, mm/dd/yyyy hh:mm:ss zone, or mm/dd/yyyy hh:mm:ss GMT offset", Times::parse);

    public static final Syntax<PixelSize> SIZE = of("width,height in pixels, 0 for either", Syntaxes::size);

    public static final Syntax<PixelSize> FULL_SIZE = of("width,height in pixels, both above 0", text -> {
        PixelSize size = size(text);
        if (size.area() == 0) {
            throw new IllegalArgumentException();
        }
        return size;
    });

    public static final Syntax<PixelSize> LIMIT = of("width,height in pixels, both above 0; 0,0 for no limit", text -> {
        PixelSize size = size(text);
        if (size.area() == 0 && !size.equals(PixelSize.NONE)) {
            throw new IllegalArgumentException();
        }
        return size;
    });

    public static final Syntax<String> OFFSET = matching("x,y in pixels", "-?\\d{1,9}\\s*,\\s*-?\\d{1,9}");

    static final Syntax<String> FOUR_INTEGERS =
            matching("four integers separated by commas", "\\s*-?\\d+\\s*(,\\s*-?\\d+\\s*){3}");

    static final Syntax<Long> BITS_PER_SECOND = of("bits a second, an integer", Long::parseLong);

    public static final Syntax<Color> COLOR = of("a hexadecimal color such as 0x80ff00 or 80ff00", text -> {
        String digits = text.toLowerCase(Locale.ROOT).startsWith("0x") ? text.substring(2) : text;
        if (!digits.matches("\\p{XDigit}{1,6}")) {
            throw new IllegalArgumentException();
        }
        return Color.ofRgb(Integer.parseInt(digits, 16));
    });

    public static final Syntax<JpegQuality> JPEG_QUALITY = of("quality 1..100, and 0 or 1 for full chroma", text -> {
        String[] parts = text.split(",", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException();
        }
        return new JpegQuality(Integer.parseInt(parts[0].strip()), parts.length == 2 && FLAG.parse(parts[1].strip()));
    });

    /** As {@code resMode=} writes it. */
    public static final Syntax<ResMode> RES_MODE =
            of("bilin, bicub, sharp2 or bisharp (also trilin, sharp)", Syntaxes::resMode);

    /** As {@code attribute::ResMode} writes it. */
    public static final Syntax<ResMode> RES_MODE_NUMBER =
            of("2 for bilin, 3 for bicub, 4 for sharp2 (also 1 for sharp, or the names)", text -> switch (text) {
                case "1", "4" -> ResMode.SHARP2;
                case "2" -> ResMode.BILIN;
                case "3" -> ResMode.BICUB;
                default -> resMode(text);
            });

    public static final Syntax<StatusPolicy> STATUS_POLICY =
            of("documented or http", text -> StatusPolicy.valueOf(text.toUpperCase(Locale.ROOT)));

    /** The meaning of {@code real}: the status of the failure itself. */
    public static final int REAL_STATUS = 0;

    /** As {@code attribute::ErrorImageStatus} writes it, {@code real} as {@link #REAL_STATUS}. */
    public static final Syntax<Integer> ERROR_IMAGE_STATUS = of("200, 400..599 or real", text -> {
        if (text.equalsIgnoreCase("real")) {
            return REAL_STATUS;
        }
        int status = Integer.parseInt(text);
        if (status != 200 && (status < 400 || status > 599)) {
            throw new IllegalArgumentException();
        }
        return status;
    });

    /** Whole seconds; what is longer than {@link #NEVER_EXPIRES} counts as that. */
    public static final Syntax<Duration> SECONDS = of("seconds, an integer of 0 or more", text -> {
        long seconds = Long.parseLong(text);
        if (seconds < 0) {
            throw new IllegalArgumentException();
        }
        return Duration.ofSeconds(Math.min(seconds, NEVER_EXPIRES.toSeconds()));
    });

    static final Syntax<AddressFilter> ADDRESS_FILTER = of(AddressFilter.FORM, AddressFilter::parse);

    static final Syntax<DirectAccess> DIRECT_ACCESS = of(
            "include: or exclude:, then any of SVG, IS, STATIC, FXG, FLA, IR_VNT, IR_MAT separated by commas",
            DirectAccess::parse);

    /** Of secondary servers. */
    public static final Syntax<Optional<List<Secondary>>> SECONDARIES = of(
            "root URLs " + Secondary.FORM + ", separated by spaces; empty for none",
            text -> Optional.of(Secondary.listOf(text)));

    public static final Syntax<Optional<Duration>> TIMEOUT = of("milliseconds, an integer of 1..600000", text -> {
        long millis = Long.parseLong(text);
        if (millis < 1 || millis > 600_000) {
            throw new IllegalArgumentException();
        }
        return Optional.of(Duration.ofMillis(millis));
    });

    static final Syntax<RedirectFallback> REDIRECT_FALLBACK =
            of("text or stand-in", text -> switch (text.toLowerCase(Locale.ROOT)) {
                case "text" -> RedirectFallback.TEXT;
                case "stand-in" -> RedirectFallback.STAND_IN;
                default -> throw new IllegalArgumentException();
            });

    public static final Syntax<Tolerance> TOLERANCE =
            of("strict or lenient", text -> Tolerance.valueOf(text.toUpperCase(Locale.ROOT)));

    static final Syntax<HintUse> HINT_USE =
            of("none, asked or always", text -> HintUse.valueOf(text.toUpperCase(Locale.ROOT)));

    static final Syntax<Charset> ENCODING = of("UTF-8 or ISO-8859-1", text -> switch (text.toUpperCase(Locale.ROOT)) {
        case "UTF-8" -> StandardCharsets.UTF_8;
        case "ISO-8859-1" -> StandardCharsets.ISO_8859_1;
        default -> throw new IllegalArgumentException();
    });

    /** Only saving needs it, so that images are served without. */
    static final Syntax<String> SAVE_FOLDER = lenient(
            "a relative path such as shop/new, of names that every system can have; . for SaveDirectory itself; empty for"
                    + " saving nothing",
            text -> {
                if (!text.isEmpty()) {
                    SavePaths.folders(text);
                }
                return text;
            });

    /** Whole numbers of a range. */
    public static Syntax<Integer> integer(int min, int max) {
        String range = max == Integer.MAX_VALUE ? "of " + min + " or more" : "of " + min + ".." + max;
        return of("an integer " + range, text -> {
            int value = Integer.parseInt(text);
            if (value < min || value > max) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    /** Text whose form is not looked at here. */
    static Syntax<String> text(String allowed) {
        return new TextSyntax<>(allowed, false, Function.identity());
    }

    /** Text that matches a regular expression as a whole. */
    static Syntax<String> matching(String allowed, String expression) {
        Pattern pattern = Pattern.compile(expression);
        return of(allowed, text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }

    private static Syntax<List<String>> list(String allowed) {
        return of(
                allowed,
                text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    private static double positive(String text) {
        double value = Double.parseDouble(text);
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException();
        }
        return value + 0.0;
    }

    private static Duration hours(String text) {
        if (Double.parseDouble(text) == -1) {
            return NEVER_EXPIRES;
        }
        double millis = Math.min(positive(text) * 3_600_000, (double) NEVER_EXPIRES.toMillis());
        return Duration.ofMillis(Math.round(millis));
    }

    private static PixelSize size(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException();
        }
        return new PixelSize(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
    }

    private static ResMode resMode(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "bilin", "trilin" -> ResMode.BILIN;
            case "bicub" -> ResMode.BICUB;
            case "sharp2", "sharp" -> ResMode.SHARP2;
            case "bisharp" -> ResMode.BISHARP;
            default -> throw new IllegalArgumentException();
        };
    }

    /** Syntaxes but plain text do not care about white space around a value. */
    private static <T> Syntax<T> of(String allowed, Function<String, T> parser) {
        return new TextSyntax<>(allowed, false, text -> parser.apply(text.strip()));
    }

    private static <T> Syntax<T> lenient(String allowed, Function<String, T> parser) {
        return new TextSyntax<>(allowed, true, text -> parser.apply(text.strip()));
    }

    private record TextSyntax<T>(String allowed, boolean lenient, Function<String, T> parser) implements Syntax<T> {
        @Override
        public T parse(String text) {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
                throw new IllegalArgumentException(
                        "'" + Printable.of(shown) + "' is not a valid value; allowed: " + allowed, e);
            }
        }
    }
}
