package dev.understudy.engine.command;

import static dev.understudy.catalog.Support.PARTIAL;
import static dev.understudy.engine.command.CompositeScope.ANYWHERE;
import static dev.understudy.engine.command.CompositeScope.COMPOSITE;
import static dev.understudy.engine.command.CompositeScope.IGNORED;
import static dev.understudy.engine.command.CompositeScope.LAYER_ZERO;
import static dev.understudy.engine.command.Trait.BESIDE_THE_REFERENCE;
import static dev.understudy.engine.command.Trait.BLANK_IS_A_VALUE;
import static dev.understudy.engine.command.Trait.EMPTY_IS_A_VALUE;
import static dev.understudy.engine.command.Trait.IGNORED_WHEN_NESTED;
import static dev.understudy.engine.command.Trait.KEPT_BY_DEFAULT_IMAGE;
import static dev.understudy.engine.command.Trait.LAYER_CONTENT;
import static dev.understudy.engine.command.Trait.NOT_IN_KEY;
import static dev.understudy.engine.command.Trait.NO_VARIABLES;
import static dev.understudy.engine.command.Trait.OF_EFFECTS;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RecordFields;
import dev.understudy.catalog.Support;
import dev.understudy.catalog.Syntax;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.engine.compose.BlendMode;
import dev.understudy.engine.imagemap.ImageMap;
import dev.understudy.engine.operation.BlurOperation;
import dev.understudy.engine.operation.BrightnessOperation;
import dev.understudy.engine.operation.ColorBalanceOperation;
import dev.understudy.engine.operation.ColorizeOperation;
import dev.understudy.engine.operation.ContrastOperation;
import dev.understudy.engine.operation.GrowMaskOperation;
import dev.understudy.engine.operation.GrowOperation;
import dev.understudy.engine.operation.HueOperation;
import dev.understudy.engine.operation.InvertOperation;
import dev.understudy.engine.operation.NoiseOperation;
import dev.understudy.engine.operation.PixelOperation;
import dev.understudy.engine.operation.SaturationOperation;
import dev.understudy.engine.operation.SharpenOperation;
import dev.understudy.engine.operation.UnsharpMaskOperation;
import dev.understudy.engine.plan.ClipPath;
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
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.image.Color;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.Quantization;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import dev.understudy.protocol.command.CacheChoice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of commands: those of the reference in its order, then what it describes elsewhere.
 *
 * <p>Source: the reference's command pages, one each.
 */
public final class Commands {

    private Commands() {}

    private static final List<Command<?>> ROWS = new ArrayList<>();
    private static final List<Command<Optional<PixelOperation>>> OPERATION_ROWS = new ArrayList<>();

    // @formatter:off

    public static final Command<Point> ALIGN = add(view("align", ValueSyntaxes.ALIGN).or(literal(new Point(0, 0, true), "0,0")));
    public static final Command<Point> ANCHOR = add(source("anchor", ValueSyntaxes.PIXELS)
            .alias("anchorN", ValueSyntaxes.NORMALIZED)
            .or(nothing(RecordFields.ANCHOR + ", else the center")));
    public static final Command<Boolean> BFC = add(request("bfc", ValueSyntaxes.ON_OFF)
            .or(attribute(Attributes.BFC))
            .traits(IGNORED_WHEN_NESTED, KEPT_BY_DEFAULT_IMAGE)
            .support(
                    Support.FULL,
                    "JPEG becomes AVIF or WebP, and PNG becomes WebP without loss, for clients whose Accept names them (image/*"
                            + " names none); not with icc, iccEmbed, xmpEmbed, pathEmbed or jpegSize."));
    public static final Command<Color> BGC =
            add(view("bgc", ValueSyntaxes.COLOR).or(attribute(Attributes.BKG_COLOR)).traits(IGNORED_WHEN_NESTED));
    public static final Command<Color> BG_COLOR =
            add(layer("bgColor", LAYER_ZERO, ValueSyntaxes.COLOR).or(literal(Color.TRANSPARENT, "0,0,0,0")));
    public static final Command<BlendMode> BLEND_MODE = add(
            layer("blendMode", IGNORED, ValueSyntaxes.BLEND_MODE).or(literal(BlendMode.NORM, "norm")).traits(OF_EFFECTS));
    public static final Command<CacheChoice> CACHE = add(request("cache", ValueSyntaxes.CACHE)
            .or(literal(CacheChoice.ON, "on,on"))
            .traits(NOT_IN_KEY)
            .support(PARTIAL, "In nested requests it makes no difference, and is named as ignored."));
    public static final Command<ClipPath> CLIP_PATH = add(layer("clipPath", COMPOSITE, ValueSyntaxes.DRAWN_PATH)
            .alias("clipPathE", ValueSyntaxes.EMBEDDED_PATHS)
            .support(
                    Support.FULL,
                    "In the layer before it is rotated. For the composite, paths are those of the image of layer 0."));
    public static final Command<ClipPath> CLIP_X_PATH = add(layer("clipXPath", COMPOSITE, ValueSyntaxes.DRAWN_PATH)
            .alias("clipXPathE", ValueSyntaxes.EMBEDDED_PATHS)
            .support(Support.FULL, "Ignored without clipPath or clipPathE."));
    public static final Command<Color> COLOR = add(layer("color", LAYER_ZERO, ValueSyntaxes.COLOR)
            .or(literal(Color.TRANSPARENT, "0,0,0,0 behind images and text; none for solid colors and effects"))
            .traits(OF_EFFECTS));
    public static final Command<Rect> CROP = add(source("crop", ValueSyntaxes.RECT)
            .alias("cropN", ValueSyntaxes.RECT_NORMALIZED)
            .or(nothing("the whole image")));
    public static final Command<List<String>> CROP_PATH_E = add(layer("cropPathE", COMPOSITE, ValueSyntaxes.PATH_NAMES)
            .support(
                    Support.FULL,
                    "After crop. For the composite, paths are those of the image of layer 0."));
    public static final Command<String> DEFAULT_IMAGE = add(request("defaultImage", ValueSyntaxes.OBJECT)
            .or(attribute(Attributes.DEFAULT_IMAGE))
            .traits(EMPTY_IS_A_VALUE, NOT_IN_KEY));
    public static final Command<PixelRatio> DPR = add(request("dpr", ValueSyntaxes.PIXEL_RATIO)
            .or(literal(PixelRatio.OFF, "off, or on as attribute::ClientHints has it"))
            .traits(KEPT_BY_DEFAULT_IMAGE)
            .support(
                    Support.FULL,
                    "Without a number: that of the client, by Sec-CH-DPR or DPR, rounded up to quarters, 4 at most, where"
                            + " attribute::ClientHints allows it; never with rect."));
    public static final Command<Integer> EFFECT =
            add(row("effect", ValueSyntaxes.EFFECT, Scope.EFFECT, ANYWHERE, EnumSet.of(NO_VARIABLES)));
    public static final Command<Boolean> EFFECT_MASK = add(
            request("effectMask", ValueSyntaxes.FLAG).or(attribute(Attributes.APPLY_EFFECT_MASK)));
    public static final Command<Margins> EXTEND = add(layer("extend", LAYER_ZERO, ValueSyntaxes.MARGINS)
            .alias("extendN", ValueSyntaxes.MARGINS_NORMALIZED)
            .or(nothing("0,0,0,0")));
    public static final Command<FitChoice> FIT =
            add(view("fit", ValueSyntaxes.FIT).or(literal(FitChoice.NONE, "fit, enlarging as wid and hei say")));
    public static final Command<Flip> FLIP =
            add(layer("flip", COMPOSITE, ValueSyntaxes.FLIP).or(literal(Flip.NONE, "none")));
    public static final Command<FormatChoice> FMT = add(request("fmt", ValueSyntaxes.FORMAT)
            .or(literal(FormatChoice.JPEG, "jpeg,rgb"))
            .traits(IGNORED_WHEN_NESTED, KEPT_BY_DEFAULT_IMAGE)
            .support(
                    Support.FULL,
                    "The formats are those of the codecs that are installed: jpeg, pjpeg, png, png-alpha, png8,"
                            + " png8-alpha, gif, gif-alpha, tif, tif-alpha, pdf, eps, webp and webp-alpha of the shipped ones."
                            + " Any other of the reference's, swf and jpeg2000 among them, is refused with the list of what"
                            + " there is."));
    public static final Command<Integer> HEI = add(view("hei", Syntaxes.integer(1, Integer.MAX_VALUE))
            .traits(KEPT_BY_DEFAULT_IMAGE)
            .or(nothing("as wid and the composite have it")));
    public static final Command<Boolean> HIDE =
            add(layer("hide", LAYER_ZERO, ValueSyntaxes.FLAG).or(literal(false, "0")));
    public static final Command<IccChoice> ICC = add(request("icc", ValueSyntaxes.ICC)
            .or(nothing("the profile, intent and flags that the attributes IccProfileRgb, IccProfileGray, IccProfileCmyk,"
                    + " IccRenderIntent, IccBlackPointCompensation and IccDither say")));
    public static final Command<Boolean> ICC_EMBED = add(request("iccEmbed", ValueSyntaxes.FLAG_OR_WORD)
            .or(literal(false, "0"))
            .traits(IGNORED_WHEN_NESTED));
    public static final Command<String> ID = add(request("id", ValueSyntaxes.TEXT).traits(NOT_IN_KEY));
    public static final Command<String> IMAGE_SET = add(request("imageSet", ValueSyntaxes.IMAGE_SET).onlyFor(RequestType.SET, RequestType.MBR_SET)
            .or(nothing("catalog::ImageSet"))
            .traits(NOT_IN_KEY)
            .support(Support.FULL, "For req=set and req=mbrSet; others ignore it."));
    public static final Command<Integer> JPEG_SIZE =
            add(request("jpegSize", ValueSyntaxes.KILOBYTES).or(literal(0, "0")));
    public static final Command<String> LAYER =
            add(request("layer", ValueSyntaxes.LAYER).or(literal("comp", "comp")).traits(NO_VARIABLES));
    public static final Command<String> LOCALE = add(request("locale", ValueSyntaxes.LOCALE)
            .or(words("attribute::DefaultLocale"))
            .traits(NOT_IN_KEY)
            .support(Support.FULL, "In the query of the request itself, as the locale decides which records there are."));
    public static final Command<ImageMap> MAP = add(layer("map", COMPOSITE, ValueSyntaxes.MAP)
            .alias("mapA", ValueSyntaxes.MAP_OF_SOURCE)
            .or(nothing("catalog::Map"))
            .traits(EMPTY_IS_A_VALUE, NOT_IN_KEY)
            .support(Support.FULL, "For req=map; others check it and do no more. A circle becomes a polygon."));
    public static final Command<String> MASK = add(source("mask", ValueSyntaxes.SOURCE)
            .or(nothing(RecordFields.MASK_PATH + ", else the image's own alpha"))
            .support(PARTIAL, "No ir requests."));
    public static final Command<MaskUse> MASK_USE = add(layer("maskUse", LAYER_ZERO, ValueSyntaxes.MASK_USE)
            .or(literal(MaskUse.NORM, "norm"))
            .traits(OF_EFFECTS));
    public static final Command<Boolean> NETWORK = add(request("network", ValueSyntaxes.ON_OFF)
            .or(nothing("off, or on as attribute::ClientHints has it"))
            .traits(IGNORED_WHEN_NESTED, KEPT_BY_DEFAULT_IMAGE)
            .support(
                    Support.FULL,
                    "By Save-Data, ECT or Downlink, where attribute::ClientHints allows it: three quarters of the quality for"
                            + " slow connections, half of it and no dpr for very slow ones."));
    public static final Command<Optional<PixelOperation>> OP_BLUR = addOperation("op_blur", COMPOSITE, BlurOperation.SYNTAX, OF_EFFECTS);
    public static final Command<Optional<PixelOperation>> OP_BRIGHTNESS =
            addOperation("op_brightness", COMPOSITE, BrightnessOperation.SYNTAX);
    public static final Command<Optional<PixelOperation>> OP_COLORBALANCE =
            addOperation("op_colorbalance", COMPOSITE, ColorBalanceOperation.SYNTAX);
    public static final Command<Optional<PixelOperation>> OP_COLORIZE =
            addOperation("op_colorize", COMPOSITE, ColorizeOperation.SYNTAX);
    public static final Command<Optional<PixelOperation>> OP_CONTRAST =
            addOperation("op_contrast", COMPOSITE, ContrastOperation.SYNTAX);
    public static final Command<Optional<PixelOperation>> OP_GROW = addOperation("op_grow", COMPOSITE, GrowOperation.SYNTAX, OF_EFFECTS);
    public static final Command<Optional<PixelOperation>> OP_GROW_MASK =
            addOperation("op_growMask", LAYER_ZERO, GrowMaskOperation.SYNTAX);
    public static final Command<Optional<PixelOperation>> OP_GROW_MASK_R =
            addOperation("op_growMaskR", LAYER_ZERO, GrowMaskOperation.UNSCALED_SYNTAX);
    public static final Command<Optional<PixelOperation>> OP_HUE = addOperation("op_hue", COMPOSITE, HueOperation.SYNTAX);
    public static final Command<Optional<PixelOperation>> OP_INVERT =
            addOperation("op_invert", COMPOSITE, InvertOperation.SYNTAX);
    public static final Command<Optional<PixelOperation>> OP_NOISE =
            addOperation("op_noise", COMPOSITE, NoiseOperation.SYNTAX, OF_EFFECTS);
    public static final Command<Optional<PixelOperation>> OP_SATURATION =
            addOperation("op_saturation", COMPOSITE, SaturationOperation.SYNTAX);
    public static final Command<Optional<PixelOperation>> OP_SHARPEN =
            addOperation("op_sharpen", CompositeScope.VIEW, SharpenOperation.SYNTAX);
    public static final Command<Optional<PixelOperation>> OP_USM =
            addOperation("op_usm", CompositeScope.VIEW, UnsharpMaskOperation.SYNTAX);
    public static final Command<Optional<PixelOperation>> OP_USM_R =
            addOperation("op_usmR", CompositeScope.VIEW, UnsharpMaskOperation.UNSCALED_SYNTAX);
    public static final Command<Opacity> OPAC =
            add(layer("opac", COMPOSITE, ValueSyntaxes.OPACITY).or(literal(Opacity.FULL, "100,100")).traits(OF_EFFECTS));
    public static final Command<Point> ORIGIN = add(layer("origin", LAYER_ZERO, ValueSyntaxes.PIXELS)
            .alias("originN", ValueSyntaxes.NORMALIZED)
            .or(nothing("the anchor")));
    public static final Command<PathSection> PATH_ATTR = add(ofText("pathAttr", ValueSyntaxes.PATH_SECTION)
            .or(literal(PathSection.WHOLE, "norm,0,1"))
            .support(
                    Support.FULL,
                    "Ignored without textPs and textPath. The positions are of each subpath; reverse runs from the second to the"
                            + " first, on the other side of the path."));
    public static final Command<Boolean> PATH_EMBED = add(request("pathEmbed", ValueSyntaxes.FLAG)
            .or(literal(false, "0"))
            .support(Support.FULL, "In JPEG, TIFF and EPS; open paths are left out, and with perspective curves are as their points are."));
    public static final Command<Perspective> PERSPECTIVE =
            add(layer("perspective", LAYER_ZERO, ValueSyntaxes.PERSPECTIVE)
                    .alias("perspectiveN", ValueSyntaxes.PERSPECTIVE_NORMALIZED)
                    .or(nothing("none"))
                    .support(
                            Support.FULL,
                            "After rotate. Beside it, size of images, res and, above layer 0, origin and anchor make no"
                                    + " difference; scale says how much detail of the image is used."));
    public static final Command<Point> POS = add(layer("pos", IGNORED, ValueSyntaxes.PIXELS)
            .alias("posN", ValueSyntaxes.NORMALIZED)
            .or(literal(new Point(0, 0, false), "0,0"))
            .traits(OF_EFFECTS));
    public static final Command<Double> PRINT_RES = add(request("printRes", ValueSyntaxes.RESOLUTION)
            .or(new Fallback.FromField<>(RecordFields.PRINT_RESOLUTION))
            .traits(IGNORED_WHEN_NESTED));
    public static final Command<Integer> PSCAN = add(request("pscan", ValueSyntaxes.SCANS)
            .or(literal(EncodeOptions.USUAL_SCANS, "auto"))
            .support(Support.FULL, "The first scan is of all components; each of the others is of one, so a color image has three of them a pass."));
    public static final Command<JpegQuality> QLT = add(request("qlt", Syntaxes.JPEG_QUALITY)
            .or(attribute(Attributes.JPEG_QUALITY))
            .traits(IGNORED_WHEN_NESTED, KEPT_BY_DEFAULT_IMAGE));
    public static final Command<Quantization> QUANTIZE = add(request("quantize", ValueSyntaxes.QUANTIZATION)
            .or(literal(Quantization.USUAL, "adaptive,diffuse,256"))
            .traits(IGNORED_WHEN_NESTED));
    public static final Command<ReplyRect> RECT =
            add(view("rect", ValueSyntaxes.REPLY_RECT).or(nothing("the whole view")));
    public static final Command<ReqValue> REQ = add(request("req", ValueSyntaxes.TYPE)
            .or(literal(ReqValue.IMG, "img"))
            .traits(IGNORED_WHEN_NESTED)
            .support(Support.FULL, "See the request types."));
    public static final Command<Double> RES = add(source("res", ValueSyntaxes.POSITIVE).or(nothing("no scaling")));
    public static final Command<ResMode> RES_MODE =
            add(request("resMode", Syntaxes.RES_MODE).or(attribute(Attributes.RES_MODE)));
    public static final Command<Region> RGN = add(view("rgn", ValueSyntaxes.REGION).or(nothing("the whole composite")));
    public static final Command<Double> ROTATE =
            add(layer("rotate", LAYER_ZERO, ValueSyntaxes.REAL).or(literal(0.0, "0")));
    public static final Command<Double> SCALE = add(source("scale", ValueSyntaxes.POSITIVE).or(nothing("res")));
    public static final Command<Double> SCL = add(view("scl", ValueSyntaxes.POSITIVE).or(nothing("as wid and hei have it")));
    public static final Command<Point> SIZE = add(layer("size", LAYER_ZERO, ValueSyntaxes.SIZE)
            .alias("sizeN", ValueSyntaxes.SIZE_NORMALIZED)
            .or(nothing("no constraint")));
    public static final Command<String> SRC = add(layer("src", LAYER_ZERO, ValueSyntaxes.SOURCE)
            .traits(LAYER_CONTENT)
            .or(nothing("the object in the path for layer 0, none for others"))
            .support(PARTIAL, "No ir or fxg requests."));
    public static final Command<String> TEMPLATE = add(request("template", ValueSyntaxes.OBJECT));
    public static final Command<String> TEXT = add(layer("text", LAYER_ZERO, ValueSyntaxes.TEXT)
            .traits(LAYER_CONTENT, BLANK_IS_A_VALUE)
            .support(Support.FULL, "Plain text, and the control words of RTF that are in a [table](rtf.md)."));
    public static final Command<Double> TEXT_ANGLE = add(ofText("textAngle", ValueSyntaxes.REAL)
            .or(literal(0.0, "0"))
            .support(
                    Support.FULL,
                    "Ignored without textPs, and beside textPath. In a layer with a size, lines that are not whole are left out. With a width"
                            + " alone, lines are broken at 0 and 180 only."));
    public static final Command<TextAttributes> TEXT_ATTR =
            add(row("textAttr", ValueSyntaxes.TEXT_ATTRIBUTES, Scope.TEXT, LAYER_ZERO, EnumSet.noneOf(Trait.class))
            .or(literal(TextAttributes.DEFAULT, "72,norm,fixedRes,wrap"))
            .support(
                    Support.FULL,
                    "crisp, sharp, strong and smooth are of textPs alone, and differ in the [opacity of edges](../text.md#smoothing)."
                            + " textPs= is always wrapped, at the resolution that is given."));
    public static final Command<PathData> TEXT_FLOW_PATH = add(ofText("textFlowPath", ValueSyntaxes.PATH_DATA)
            .support(
                    Support.FULL,
                    "Ignored without textPs, refused beside textPath. Lines go across all subpaths; those that are not whole are left"
                            + " out. Resolution is fixed and words wrap, whatever textAttr says."));
    public static final Command<PathData> TEXT_FLOW_X_PATH = add(ofText("textFlowXPath", ValueSyntaxes.PATH_DATA)
            .support(Support.FULL, "Ignored without textFlowPath."));
    public static final Command<PathData> TEXT_PATH = add(ofText("textPath", ValueSyntaxes.PATH_DATA)
                    .support(
                            Support.FULL,
                            "Ignored without textPs. What has no room on a subpath goes on with the next, what has none on the last is"
                                    + " left out; what follows the first break is, too."));
    public static final Command<String> TEXT_PS =
            add(layer("textPs", LAYER_ZERO, ValueSyntaxes.TEXT).traits(LAYER_CONTENT, BLANK_IS_A_VALUE).support(
                    Support.FULL,
                    "What differs from text= is on the page on [text](../text.md). Without a size its lines stand around the point"
                            + " where the layer is placed."));
    public static final Command<String> TYPE = add(request("type", ValueSyntaxes.TEXT).onlyFor()
            .traits(NOT_IN_KEY)
            .support(Support.FULL, "Of static content only: requests for images ignore it."));
    public static final Command<Integer> WID = add(view("wid", Syntaxes.integer(1, Integer.MAX_VALUE))
            .traits(KEPT_BY_DEFAULT_IMAGE)
            .or(nothing("as hei and the composite have it")));
    public static final Command<Boolean> XMP_EMBED = add(request("xmpEmbed", ValueSyntaxes.FLAG)
            .or(literal(false, "0"))
            .support(Support.FULL, "In JPEG and TIFF."));

    public static final Command<String> HANDLER = add(request("handler", ValueSyntaxes.FUNCTION)
            .traits(BESIDE_THE_REFERENCE, NOT_IN_KEY)
            .or(words("s7jsonResponse, and s7jsonError for errors"))
            .support(Support.FULL, "On the page of req."));

    public static final Command<String> LABEL_KEY = add(request("labelKey", ValueSyntaxes.TEXT).onlyFor(RequestType.SET)
            .traits(BESIDE_THE_REFERENCE, NOT_IN_KEY)
            .or(words("no labels"))
            .support(Support.FULL, "On the page of media sets. For req=set; others ignore it."));

    public static final Command<String> MESSAGE = add(request("message", ValueSyntaxes.TEXT).onlyFor(RequestType.MESSAGE)
            .traits(BESIDE_THE_REFERENCE, NOT_IN_KEY)
            .or(words("no message"))
            .support(Support.FULL, "On the page of req=message, for which it is; others ignore it."));

    public static final Command<String> NAME = add(request("name", ValueSyntaxes.TEXT).onlyFor(RequestType.SAVE_TO_FILE)
            .traits(BESIDE_THE_REFERENCE, NOT_IN_KEY)
            .or(words("none"))
            .support(
                    Support.FULL,
                    "On the page of req=saveToFile, for which it is; others ignore it. The path of a file below SavePath, by names that"
                            + " every system can have, with a suffix of the format."));

    public static final Command<String> TIMEOUT = add(request("timeout", ValueSyntaxes.TEXT).onlyFor(RequestType.SAVE_TO_FILE)
            .traits(BESIDE_THE_REFERENCE, NOT_IN_KEY)
            .or(words("saveToFile.saveTimeout"))
            .support(
                    Support.FULL,
                    "On the page of req=saveToFile, for which it is; others ignore it. Milliseconds, 60000 of them at most."));

    private static final List<Command<?>> ALL = List.copyOf(ROWS);
    private static final List<Command<Optional<PixelOperation>>> OPERATIONS = List.copyOf(OPERATION_ROWS);
    // @formatter:on

    private static final Map<String, Command<?>> BY_SPELLING = bySpelling();

    /** All rows. */
    public static List<Command<?>> all() {
        return ALL;
    }

    /** The rows whose value is an operation on pixels; an empty one does nothing. */
    public static List<Command<Optional<PixelOperation>>> operations() {
        return OPERATIONS;
    }

    /** The command that goes by this name, without regard to case. */
    public static Optional<Command<?>> named(String spelling) {
        return Optional.ofNullable(BY_SPELLING.get(spelling.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Command<?>> bySpelling() {
        Map<String, Command<?>> rows = new HashMap<>();
        for (Command<?> row : ALL) {
            row.spellings().forEach(spelling -> rows.put(spelling.name().toLowerCase(Locale.ROOT), row));
        }
        return Map.copyOf(rows);
    }

    private static <T> Command<T> add(Command<T> row) {
        ROWS.add(row);
        return row;
    }

    private static Command<Optional<PixelOperation>> addOperation(
            String name, CompositeScope onComposite, Syntax<Optional<PixelOperation>> syntax, Trait... traits) {
        Command<Optional<PixelOperation>> row =
                add(row(name, syntax, Scope.LAYER, onComposite, Set.of(traits)).or(literal(Optional.empty(), "none")));
        OPERATION_ROWS.add(row);
        return row;
    }

    private static <T> Command<T> request(String name, Syntax<T> syntax) {
        return row(name, syntax, Scope.REQUEST, ANYWHERE, EnumSet.noneOf(Trait.class));
    }

    private static <T> Command<T> view(String name, Syntax<T> syntax) {
        return row(name, syntax, Scope.VIEW, ANYWHERE, EnumSet.noneOf(Trait.class));
    }

    private static <T> Command<T> layer(String name, CompositeScope onComposite, Syntax<T> syntax) {
        return row(name, syntax, Scope.LAYER, onComposite, EnumSet.noneOf(Trait.class));
    }

    private static <T> Command<T> source(String name, Syntax<T> syntax) {
        return row(name, syntax, Scope.SOURCE, LAYER_ZERO, EnumSet.noneOf(Trait.class));
    }

    private static <T> Command<T> ofText(String name, Syntax<T> syntax) {
        return row(name, syntax, Scope.TEXT, LAYER_ZERO, EnumSet.noneOf(Trait.class));
    }

    private static <T> Command<T> row(
            String name, Syntax<T> syntax, Scope scope, CompositeScope onComposite, Set<Trait> traits) {
        return new Command<>(
                name,
                List.of(new Spelling<>(name, syntax)),
                scope,
                onComposite,
                nothing(""),
                traits,
                EnumSet.allOf(RequestType.class),
                Support.FULL,
                "");
    }

    private static <T> Fallback<T> literal(T value, String words) {
        return new Fallback.Literal<>(value, words);
    }

    private static <T> Fallback<T> attribute(Attribute<T> attribute) {
        return new Fallback.FromAttribute<>(attribute);
    }

    private static <T> Fallback<T> nothing(String words) {
        return new Fallback.Nothing<>(words);
    }

    private static Fallback<String> words(String words) {
        return nothing(words);
    }
}
