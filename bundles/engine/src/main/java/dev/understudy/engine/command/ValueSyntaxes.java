package dev.understudy.engine.command;

import dev.understudy.catalog.Syntax;
import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.imagemap.AreaReader;
import dev.understudy.engine.imagemap.ImageMap;
import dev.understudy.engine.path.PathDataReader;
import dev.understudy.engine.plan.ClipPath;
import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.FitChoice;
import dev.understudy.engine.plan.Flip;
import dev.understudy.engine.plan.Margins;
import dev.understudy.engine.plan.MaskUse;
import dev.understudy.engine.plan.Opacity;
import dev.understudy.engine.plan.PathData;
import dev.understudy.engine.plan.PathSection;
import dev.understudy.engine.plan.Perspective;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.Rect;
import dev.understudy.engine.plan.ReplyRect;
import dev.understudy.engine.plan.Smoothing;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.syntax.Colors;
import dev.understudy.engine.syntax.Numbers;
import dev.understudy.engine.syntax.ParsedSyntax;
import dev.understudy.image.Color;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Quantization;
import dev.understudy.image.Region;
import dev.understudy.protocol.command.CacheChoice;
import dev.understudy.protocol.locale.Localization;
import dev.understudy.protocol.properties.PropertyWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ways in which values of commands are written. */
final class ValueSyntaxes {

    private ValueSyntaxes() {}

    private static final double[] ANY = {-Double.MAX_VALUE, Double.MAX_VALUE};
    private static final double[] NOT_NEGATIVE = {0, Double.MAX_VALUE};

    /** Every character counts, white space too. */
    static final Syntax<String> TEXT = new Syntax<>() {
        @Override
        public String parse(String text) {
            return text;
        }

        @Override
        public String allowed() {
            return "text";
        }
    };

    static final Syntax<String> OBJECT =
            new ParsedSyntax<>("a catalog entry as id or catalog/id, or a relative path; no commas", text -> text);

    static final Syntax<String> SOURCE = new ParsedSyntax<>(
            "a catalog entry, a relative path, a nested request as is{path?commands}, or the URL of a foreign image as {URL}",
            text -> text);

    static final Syntax<String> IMAGE_SET =
            new ParsedSyntax<>("entries separated by commas, in braces; braces in pairs", text -> text);

    static final Syntax<ImageMap> MAP = new ParsedSyntax<>(AreaReader.ALLOWED + " of the layer", AreaReader::read);

    static final Syntax<ImageMap> MAP_OF_SOURCE =
            new ParsedSyntax<>(AreaReader.ALLOWED + " of the source", AreaReader::read);

    static final Syntax<String> LAYER =
            new ParsedSyntax<>("0 or more or comp, and a name; or a name given before", text -> text);

    static final Syntax<String> FUNCTION = new ParsedSyntax<>("letters A-Z, a-z and digits", text -> {
        if (!text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c))) {
            throw new IllegalArgumentException();
        }
        return text;
    });

    static final Syntax<String> LOCALE = new ParsedSyntax<>(Localization.ALLOWED, text -> {
        if (!Localization.isLocale(text)) {
            throw new IllegalArgumentException();
        }
        return text;
    });

    static final Syntax<Double> REAL = new ParsedSyntax<>("a number", Numbers::real);

    static final Syntax<Double> POSITIVE = new ParsedSyntax<>("a number above 0", Numbers::positive);

    /** What all formats can note. */
    static final Syntax<Double> RESOLUTION =
            new ParsedSyntax<>("a number of 0.001..1000000", text -> Numbers.real(text, 0.001, 1_000_000));

    static final Syntax<Boolean> FLAG = new ParsedSyntax<>("0 or 1", text -> Numbers.integer(text, 0, 1) == 1);

    /** The reference writes {@code iccEmbed=true} once. */
    static final Syntax<Boolean> FLAG_OR_WORD = new ParsedSyntax<>("0 or 1", text -> switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> FLAG.parse(text);
    });

    static final Syntax<IccChoice> ICC = new ParsedSyntax<>(
            "a profile as name, catalog/name or relative path, then perceptual, relative, saturation or absolute, then"
                    + " 0 or 1 for black point compensation, then 0 or 1 for dithering",
            IccChoice::parse);

    static final Syntax<Color> COLOR = new ParsedSyntax<>(
            "gray, gray,alpha, red,green,blue, red,green,blue,alpha, rrggbb, rrggbbaa, or cyan,magenta,yellow,black"
                    + " with k behind",
            Colors::parse);

    static final Syntax<Point> ALIGN =
            new ParsedSyntax<>("two numbers of -1..1", text -> point(text, true, new double[] {-1, 1}));

    static final Syntax<Point> PIXELS = new ParsedSyntax<>("x,y as integers", text -> point(text, false, ANY));

    static final Syntax<Point> NORMALIZED = new ParsedSyntax<>("x,y as numbers", text -> point(text, true, ANY));

    static final Syntax<Point> SIZE =
            new ParsedSyntax<>("width,height as integers of 0 or more", text -> point(text, false, NOT_NEGATIVE));

    static final Syntax<Point> SIZE_NORMALIZED =
            new ParsedSyntax<>("width,height as numbers of 0 or more", text -> point(text, true, NOT_NEGATIVE));

    static final Syntax<Rect> RECT =
            new ParsedSyntax<>("x,y,width,height as integers, width and height above 0", text -> rect(text, false));

    static final Syntax<Rect> RECT_NORMALIZED =
            new ParsedSyntax<>("x,y,width,height as numbers, width and height above 0", text -> rect(text, true));

    static final Syntax<Region> REGION = new ParsedSyntax<>(
            RECT.allowed(),
            text -> replyRect(String.join(",", Numbers.items(text, 4, 4))).region());

    static final Syntax<ReplyRect> REPLY_RECT =
            new ParsedSyntax<>(RECT.allowed() + ", then a scale above 0", ValueSyntaxes::replyRect);

    static final Syntax<Margins> MARGINS =
            new ParsedSyntax<>("left,top,right,bottom as integers", text -> margins(text, false));

    static final Syntax<Margins> MARGINS_NORMALIZED =
            new ParsedSyntax<>("left,top,right,bottom as numbers", text -> margins(text, true));

    static final Syntax<Integer> EFFECT = new ParsedSyntax<>("an integer other than 0", ValueSyntaxes::effect);

    static final Syntax<Flip> FLIP = new ParsedSyntax<>("lr, ud or lrud", ValueSyntaxes::flip);

    static final Syntax<FitChoice> FIT =
            new ParsedSyntax<>("fit, constrain, crop, wrap, stretch, hfit or vfit, and 0 or 1", ValueSyntaxes::fit);

    static final Syntax<Quantization> QUANTIZATION =
            new ParsedSyntax<>(QuantizationSyntax.ALLOWED, QuantizationSyntax::parse);

    static final Syntax<Integer> KILOBYTES = new ParsedSyntax<>(
            "kilobytes, an integer of 0 or more, 0 for no limit", text -> Numbers.integer(text, 0, Integer.MAX_VALUE));

    static final Syntax<Integer> SCANS = new ParsedSyntax<>(
            "auto, 3, 4 or 5",
            text -> text.equalsIgnoreCase("auto") ? EncodeOptions.USUAL_SCANS : Numbers.integer(text, 3, 5));

    static final Syntax<FormatChoice> FORMAT = new ParsedSyntax<>(
            "a format that a codec writes, then rgb, gray or cmyk, then a compression of the format",
            FormatChoice::parse);

    static final Syntax<CacheChoice> CACHE = new ParsedSyntax<>(CacheChoice.ALLOWED, CacheChoice::parse);

    static final Syntax<ReqValue> TYPE = new ParsedSyntax<>(
            "a type of request (" + RequestType.working()
                    + "), then a form, if it has that one (text, javascript, xml, json), then a" + " character set ("
                    + charsets() + ")",
            ReqValue::parse);

    static final Syntax<PathData> PATH_DATA =
            new ParsedSyntax<>("path data: M m L l C c Z z and coordinates, separated by commas", PathDataReader::read);

    static final Syntax<ClipPath> DRAWN_PATH =
            new ParsedSyntax<>(PATH_DATA.allowed(), text -> new ClipPath.Drawn(PathDataReader.read(text)));

    static final Syntax<PathSection> PATH_SECTION = new ParsedSyntax<>(
            "norm or reverse, then a start from 0 to below 1, then an end above the start and no more than 1 above it",
            ValueSyntaxes::pathSection);

    static final Syntax<List<String>> PATH_NAMES =
            new ParsedSyntax<>("names of embedded paths in ASCII, separated by commas", ValueSyntaxes::pathNames);

    static final Syntax<ClipPath> EMBEDDED_PATHS =
            new ParsedSyntax<>(PATH_NAMES.allowed(), text -> new ClipPath.OfImage(pathNames(text)));

    static final Syntax<Perspective> PERSPECTIVE =
            new ParsedSyntax<>(PerspectiveSyntax.ALLOWED, text -> PerspectiveSyntax.parse(text, false));

    static final Syntax<Perspective> PERSPECTIVE_NORMALIZED =
            new ParsedSyntax<>(PerspectiveSyntax.ALLOWED_NORMALIZED, text -> PerspectiveSyntax.parse(text, true));

    static final Syntax<Opacity> OPACITY = new ParsedSyntax<>("0..100 as one or two integers", text -> {
        String[] items = Numbers.items(text, 1, 2);
        double fill = items.length == 2 ? Numbers.integer(items[1], 0, 100) : 100;
        return new Opacity(Numbers.integer(items[0], 0, 100) / 100.0, fill / 100);
    });

    static final Syntax<BlendMode> BLEND_MODE =
            new ParsedSyntax<>("norm, dissolve, lighten, darken, mult or screen", text -> word(BlendMode.class, text));

    static final Syntax<MaskUse> MASK_USE =
            new ParsedSyntax<>("norm, invert or off", text -> word(MaskUse.class, text));

    static final Syntax<TextAttributes> TEXT_ATTRIBUTES = new ParsedSyntax<>(
            "dots an inch above 0, then off, norm, crisp, sharp, strong or smooth, then fixedRes, autoRes or maxRes,"
                    + " then wrap, noWrap or nbWrap",
            ValueSyntaxes::textAttributes);

    static final Syntax<PixelRatio> PIXEL_RATIO =
            new ParsedSyntax<>("off, or on, then a number above 0", PixelRatio::parse);

    static final Syntax<Boolean> ON_OFF =
            new ParsedSyntax<>("on or off", text -> switch (text.toLowerCase(Locale.ROOT)) {
                case "on" -> true;
                case "off" -> false;
                default -> throw new IllegalArgumentException();
            });

    private static String charsets() {
        return PropertyWriter.CHARSETS.stream().map(Charset::name).collect(Collectors.joining(", "));
    }

    private static <E extends Enum<E>> E word(Class<E> words, String text) {
        return Enum.valueOf(words, text.toUpperCase(Locale.ROOT));
    }

    private static Point point(String text, boolean normalized, double[] range) {
        double[] numbers = Numbers.numbers(text, 2, normalized);
        for (double number : numbers) {
            if (number < range[0] || number > range[1]) {
                throw new IllegalArgumentException();
            }
        }
        return new Point(numbers[0], numbers[1], normalized);
    }

    private static Rect rect(String text, boolean normalized) {
        double[] numbers = Numbers.numbers(text, 4, normalized);
        if (numbers[2] <= 0 || numbers[3] <= 0) {
            throw new IllegalArgumentException();
        }
        return new Rect(numbers[0], numbers[1], numbers[2], numbers[3], normalized);
    }

    private static Margins margins(String text, boolean normalized) {
        double[] numbers = Numbers.numbers(text, 4, normalized);
        return new Margins(numbers[0], numbers[1], numbers[2], numbers[3], normalized);
    }

    private static ReplyRect replyRect(String text) {
        String[] items = Numbers.items(text, 4, 5);
        Region region = new Region(
                Integer.parseInt(items[0]),
                Integer.parseInt(items[1]),
                Numbers.integer(items[2], 1, Integer.MAX_VALUE),
                Numbers.integer(items[3], 1, Integer.MAX_VALUE));
        return new ReplyRect(region, items.length == 5 ? Numbers.positive(items[4]) : 1);
    }

    private static List<String> pathNames(String text) {
        List<String> names = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty() || !text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException();
        }
        return names;
    }

    private static Flip flip(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "lr" -> new Flip(true, false);
            case "ud" -> new Flip(false, true);
            case "lrud" -> new Flip(true, true);
            default -> throw new IllegalArgumentException("no flip");
        };
    }

    private static int effect(String text) {
        int number = Numbers.integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (number == 0) {
            throw new IllegalArgumentException("a layer is no effect of itself");
        }
        return number;
    }

    private static FitChoice fit(String text) {
        String[] items = Numbers.items(text, 1, 2);
        Fit fit = items[0].isEmpty() ? Fit.FIT : word(Fit.class, items[0]);
        return new FitChoice(fit, items.length == 2 && Numbers.integer(items[1], 0, 1) == 1);
    }

    private static PathSection pathSection(String text) {
        String[] items = Numbers.items(text.toLowerCase(Locale.ROOT), 1, 3);
        boolean reversed = switch (items[0]) {
            case "", "norm" -> false;
            case "reverse" -> true;
            default -> throw new IllegalArgumentException();
        };
        double start = item(items, 1).isEmpty() ? 0 : Numbers.real(items[1], 0, Math.nextDown(1.0));
        double end = item(items, 2).isEmpty() ? 1 : Numbers.real(items[2], Math.nextUp(start), start + 1);
        return new PathSection(reversed, start, end);
    }

    private static TextAttributes textAttributes(String text) {
        String[] items = Numbers.items(text.toLowerCase(Locale.ROOT), 1, 4);
        TextAttributes usual = TextAttributes.DEFAULT;
        return new TextAttributes(
                items[0].isEmpty() ? usual.resolution() : Numbers.integer(items[0], 1, Integer.MAX_VALUE),
                item(items, 1).isEmpty() ? usual.smoothing() : word(Smoothing.class, items[1]),
                switch (item(items, 2)) {
                    case "", "fixedres" -> TextAttributes.Sizing.FIXED;
                    case "autores" -> TextAttributes.Sizing.AUTO;
                    case "maxres" -> TextAttributes.Sizing.MAX;
                    default -> throw new IllegalArgumentException();
                },
                switch (item(items, 3)) {
                    case "", "wrap" -> TextAttributes.Wrap.WRAP;
                    case "nowrap" -> TextAttributes.Wrap.NONE;
                    case "nbwrap" -> TextAttributes.Wrap.BETWEEN_WORDS;
                    default -> throw new IllegalArgumentException();
                });
    }

    private static String item(String[] items, int index) {
        return index < items.length ? items[index] : "";
    }
}
