package dev.understudy.catalog;

import static dev.understudy.catalog.Inheritance.IF_ABSENT;
import static dev.understudy.catalog.Inheritance.IF_ABSENT_OR_EMPTY;
import static dev.understudy.catalog.Inheritance.OWN_ONLY;

import dev.understudy.failure.StatusPolicy;
import dev.understudy.image.Color;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.PixelSize;
import dev.understudy.image.ResMode;
import java.time.Duration;
import java.util.List;

/** The table of catalog attributes. */
public final class Attributes {

    private Attributes() {}

    // @formatter:off
    public static final Attribute<String> ROOT_ID = row("RootId", Syntaxes.TEXT, "", OWN_ONLY);
    public static final Attribute<String> ROOT_PATH = row("RootPath", Syntaxes.TEXT, "", IF_ABSENT);
    public static final Attribute<String> STATIC_CONTENT_ROOT_PATH =
            row("StaticContentRootPath", Syntaxes.TEXT, "", IF_ABSENT);
    public static final Attribute<List<String>> CATALOG_FILE = row("CatalogFile", Syntaxes.FILES, List.of(), OWN_ONLY);
    public static final Attribute<List<String>> STATIC_CONTENT_CATALOG_FILE =
            row("StaticContentCatalogFile", Syntaxes.FILES, List.of(), OWN_ONLY);
    public static final Attribute<String> MACRO_FILE = row("MacroFile", Syntaxes.TEXT, "", OWN_ONLY);
    public static final Attribute<Boolean> FULL_MATCH = row("FullMatch", Syntaxes.FLAG, false, IF_ABSENT_OR_EMPTY);
    public static final Attribute<String> DEFAULT_EXT = row("DefaultExt", Syntaxes.TEXT, "", IF_ABSENT);
    public static final Attribute<String> DEFAULT_IMAGE = row("DefaultImage", Syntaxes.TEXT, "", IF_ABSENT);
    public static final Attribute<Integer> DEFAULT_IMAGE_MODE =
            row("DefaultImageMode", Syntaxes.integer(0, 1), 0, IF_ABSENT_OR_EMPTY);
    public static final Attribute<PixelSize> DEFAULT_PIX =
            row("DefaultPix", Syntaxes.SIZE, PixelSize.NONE, IF_ABSENT_OR_EMPTY);
    public static final Attribute<PixelSize> DEFAULT_THUMB_PIX =
            row("DefaultThumbPix", Syntaxes.SIZE, new PixelSize(100, 100), IF_ABSENT_OR_EMPTY);
    public static final Attribute<PixelSize> MAX_PIX = row("MaxPix", Syntaxes.SIZE, PixelSize.NONE, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Color> BKG_COLOR = row("BkgColor", Syntaxes.COLOR, Color.WHITE, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Color> THUMB_BKG_COLOR =
            row("ThumbBkgColor", Syntaxes.COLOR, Color.WHITE, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Integer> THUMB_HORIZ_ALIGN =
            row("ThumbHorizAlign", Syntaxes.integer(0, 2), 0, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Integer> THUMB_VERT_ALIGN =
            row("ThumbVertAlign", Syntaxes.integer(0, 2), 0, IF_ABSENT_OR_EMPTY);
    public static final Attribute<JpegQuality> JPEG_QUALITY =
            row("JpegQuality", Syntaxes.JPEG_QUALITY, new JpegQuality(80, false), IF_ABSENT_OR_EMPTY);
    public static final Attribute<ResMode> RES_MODE =
            row("ResMode", Syntaxes.RES_MODE, ResMode.SHARP2, IF_ABSENT_OR_EMPTY);
    public static final Attribute<String> ERROR_IMAGE = row("ErrorImage", Syntaxes.TEXT, "", IF_ABSENT);
    public static final Attribute<Integer> ERROR_DETAIL =
            row("ErrorDetail", Syntaxes.integer(0, 3), 0, IF_ABSENT_OR_EMPTY);
    public static final Attribute<StatusPolicy> ERROR_STATUS =
            row("ErrorStatus", Syntaxes.STATUS_POLICY, StatusPolicy.DOCUMENTED, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Duration> EXPIRATION =
            row("Expiration", Syntaxes.HOURS, Duration.ZERO, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Duration> DEFAULT_EXPIRATION =
            row("DefaultExpiration", Syntaxes.HOURS, Duration.ZERO, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Duration> NON_IMG_EXPIRATION =
            row("NonImgExpiration", Syntaxes.HOURS, Duration.ZERO, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Boolean> USE_LAST_MODIFIED =
            row("UseLastModified", Syntaxes.FLAG, false, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Integer> CACHE_VALIDATION_POLICY =
            row("CacheValidationPolicy", Syntaxes.integer(0, 1), 0, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Double> RESOLUTION = row("Resolution", Syntaxes.REAL, 0.0, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Double> PRINT_RESOLUTION =
            row("PrintResolution", Syntaxes.REAL, 0.0, IF_ABSENT_OR_EMPTY);
    public static final Attribute<Double> THUMB_RES = row("ThumbRes", Syntaxes.REAL, 0.0, IF_ABSENT_OR_EMPTY);
    // @formatter:on

    private static <T> Attribute<T> row(String name, Syntax<T> syntax, T fallback, Inheritance inheritance) {
        return new Attribute<>(name, syntax, fallback, inheritance, true, Support.FULL, "");
    }
}
