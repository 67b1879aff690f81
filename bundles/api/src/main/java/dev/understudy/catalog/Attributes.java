package dev.understudy.catalog;

import static dev.understudy.catalog.Inheritance.IF_ABSENT;
import static dev.understudy.catalog.Inheritance.IF_ABSENT_OR_EMPTY;
import static dev.understudy.catalog.Inheritance.OWN_ONLY;
import static dev.understudy.catalog.Support.FULL;
import static dev.understudy.catalog.Support.PARTIAL;
import static dev.understudy.catalog.Syntaxes.COLOR;
import static dev.understudy.catalog.Syntaxes.FILES;
import static dev.understudy.catalog.Syntaxes.FLAG;
import static dev.understudy.catalog.Syntaxes.HOURS;
import static dev.understudy.catalog.Syntaxes.LIMIT;
import static dev.understudy.catalog.Syntaxes.LIST;
import static dev.understudy.catalog.Syntaxes.REAL;
import static dev.understudy.catalog.Syntaxes.SIZE;
import static dev.understudy.catalog.Syntaxes.TEXT;
import static dev.understudy.catalog.Syntaxes.integer;
import static dev.understudy.catalog.Syntaxes.matching;
import static dev.understudy.catalog.Syntaxes.text;

import dev.understudy.failure.StatusPolicy;
import dev.understudy.image.Color;
import dev.understudy.image.JpegQuality;
import dev.understudy.image.PixelSize;
import dev.understudy.image.ResMode;
import dev.understudy.image.Tolerance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of catalog attributes: those of the reference in its order, then our own. It is what a tenant can be told to do.
 *
 * <p>Fallbacks are ours where the reference wants the default catalog to name a value.
 *
 * <p>Source: the reference's pages on attributes, one each; which of them a rule may change is on the page on rules.
 */
public final class Attributes {

    private Attributes() {}

    // @formatter:off
    private static final Inheritance USUAL = IF_ABSENT_OR_EMPTY;

    private static final Syntax<Integer> ALIGN = integer(1, 3);
    private static final Syntax<Long> BITS = Syntaxes.BITS_PER_SECOND;
    private static final Syntax<String> DIGIMARC_USER = text("creator id, PIN, two unused values, durability 1..4, 0 or 1");
    private static final Syntax<String> LOCALES =
            text("items separated by |, each a locale and its suffixes or ids separated by commas");
    private static final Syntax<String> PATH_ELEMENT =
            matching("an element of a path, without commas", "[A-Za-z0-9._~!$&'()*+;=:@-]*");
    private static final Syntax<String> SUFFIX = matching("a period and a suffix; empty for none", "(\\..+)?");

    public static final Attribute<DirectAccess> ALLOW_DIRECT_ACCESS =
            row("AllowDirectAccess", Syntaxes.DIRECT_ACCESS, DirectAccess.ALL, IF_ABSENT).guarding(DirectAccess.NONE);
    public static final Attribute<Boolean> ALLOW_DIRECT_URLS = row("AllowDirectUrls", FLAG, false, USUAL).later();
    public static final Attribute<Boolean> APPLY_EFFECT_MASK = row("ApplyEffectMask", FLAG, true, USUAL).later();
    public static final Attribute<Long> AUDIO_BIT_RATE = row("AudioBitRate", BITS, 0L, USUAL).later();
    public static final Attribute<Boolean> BFC = row("Bfc", Syntaxes.TRUE_FALSE, false, USUAL).later();
    public static final Attribute<Color> BKG_COLOR = row("BkgColor", COLOR, Color.WHITE, USUAL);
    public static final Attribute<Integer> CACHE_VALIDATION_POLICY = row("CacheValidationPolicy", integer(0, 1), 0, USUAL);
    /** The addresses of the clients that a catalog serves. */
    public static final Attribute<AddressFilter> CLIENT_ADDRESS_FILTER =
            row("ClientAddressFilter", Syntaxes.ADDRESS_FILTER, AddressFilter.ANYONE, USUAL)
                    .guarding(AddressFilter.NOBODY)
                    .noted(FULL, "IPv6 too. Also spelled AddressFilter, as the reference has it for the default catalog.")
                    .byRule();
    public static final Attribute<List<String>> CATALOG_FILE = row("CatalogFile", FILES, List.of(), OWN_ONLY);
    public static final Attribute<Duration> DEFAULT_EXPIRATION =
            row("DefaultExpiration", HOURS, Duration.ofHours(1), USUAL);
    public static final Attribute<String> DEFAULT_EXT = row("DefaultExt", SUFFIX, "", IF_ABSENT);
    public static final Attribute<String> DEFAULT_FONT = row("DefaultFont", TEXT, "", USUAL)
            .noted(FULL, "If not given: the built-in fonts, Noto Sans.");
    public static final Attribute<String> DEFAULT_IMAGE = row("DefaultImage", TEXT, "", IF_ABSENT);
    public static final Attribute<Integer> DEFAULT_IMAGE_MODE =
            row("DefaultImageMode", integer(0, 1), 0, USUAL).byRule();
    public static final Attribute<String> DEFAULT_LOCALE = row("DefaultLocale", TEXT, "", USUAL).later();
    public static final Attribute<PixelSize> DEFAULT_PIX = row("DefaultPix", SIZE, PixelSize.NONE, USUAL);
    public static final Attribute<PixelSize> DEFAULT_THUMB_PIX =
            row("DefaultThumbPix", SIZE, new PixelSize(100, 100), USUAL);
    public static final Attribute<String> DIGIMARC_ID = row("DigimarcId", DIGIMARC_USER, "", USUAL).later();
    public static final Attribute<String> DIGIMARC_INFO =
            row("DigimarcInfo", Syntaxes.FOUR_INTEGERS, "0,0,0,0", USUAL).later();
    public static final Attribute<String> ERROR_IMAGE = row("ErrorImage", TEXT, "", IF_ABSENT).byRule();
    public static final Attribute<Integer> ERROR_DETAIL = row("ErrorDetail", integer(0, 3), 0, USUAL);
    /** For images and static content whose record does not say otherwise. */
    public static final Attribute<Duration> EXPIRATION = row("Expiration", HOURS, Duration.ofHours(10), USUAL).byRule();
    public static final Attribute<String> FONT_MAP_FILE = row("FontMapFile", TEXT, "", OWN_ONLY)
            .noted(FULL, "TrueType, OpenType and Type 1; metrics files are not needed. Entries of the default catalog hold for all.");
    public static final Attribute<Boolean> FULL_MATCH = row("FullMatch", FLAG, false, USUAL);
    public static final Attribute<String> HTTP_APPLE_STREAMING_CONTEXT =
            row("HttpAppleStreamingContext", TEXT, "", USUAL).later();
    public static final Attribute<String> HTTP_FLASH_STREAMING_CONTEXT =
            row("HttpFlashStreamingContext", TEXT, "", USUAL).later();
    public static final Attribute<Boolean> ICC_BLACK_POINT_COMPENSATION =
            row("IccBlackPointCompensation", FLAG, true, USUAL).later();
    public static final Attribute<Boolean> ICC_DITHER = row("IccDither", FLAG, false, USUAL).later();
    public static final Attribute<String> ICC_PROFILE_CMYK = row("IccProfileCmyk", TEXT, "", USUAL).later();
    public static final Attribute<String> ICC_PROFILE_GRAY = row("IccProfileGray", TEXT, "", USUAL).later();
    public static final Attribute<String> ICC_PROFILE_MAP_FILE = row("IccProfileMapFile", TEXT, "", OWN_ONLY)
            .noted(FULL, "Entries of the default catalog hold for all.");
    public static final Attribute<String> ICC_PROFILE_RGB = row("IccProfileRgb", TEXT, "", USUAL).later();
    public static final Attribute<String> ICC_PROFILE_SRC_CMYK = row("IccProfileSrcCmyk", TEXT, "", USUAL)
            .noted(PARTIAL, "For images that embed none; if not given, inks are plain filters. Colors in requests stay as they are.");
    public static final Attribute<String> ICC_PROFILE_SRC_GRAY = row("IccProfileSrcGray", TEXT, "", USUAL)
            .noted(PARTIAL, "For images that embed none, but not for masks. Colors in requests stay as they are.");
    public static final Attribute<String> ICC_PROFILE_SRC_RGB = row("IccProfileSrcRgb", TEXT, "", USUAL)
            .noted(PARTIAL, "For images that embed none; if not given, sRGB. Colors in requests stay as they are.");
    /** 0 perceptual, 1 relative colorimetric, 2 saturation, 3 absolute colorimetric. */
    public static final Attribute<Integer> ICC_RENDER_INTENT = row("IccRenderIntent", integer(0, 3), 1, USUAL).later();
    public static final Attribute<JpegQuality> JPEG_QUALITY =
            row("JpegQuality", Syntaxes.JPEG_QUALITY, new JpegQuality(80, false), USUAL);
    public static final Attribute<String> LOCALE_MAP = row("LocaleMap", LOCALES, "", USUAL).later();
    public static final Attribute<String> LOCALE_STR_MAP = row("LocaleStrMap", LOCALES, "", USUAL).later();
    public static final Attribute<String> MACRO_FILE = row("MacroFile", TEXT, "", OWN_ONLY);
    public static final Attribute<PixelSize> MAX_PIX = row("MaxPix", LIMIT, PixelSize.NONE, USUAL).byRule();
    public static final Attribute<Duration> NON_IMG_EXPIRATION =
            row("NonImgExpiration", HOURS, Duration.ofMinutes(6), USUAL);
    public static final Attribute<String> PUBLISH_INFO = row("PublishInfo", TEXT, "", USUAL);
    /** Dots an inch, 0 for none. */
    public static final Attribute<Double> PRINT_RESOLUTION =
            row("PrintResolution", REAL, 0.0, USUAL);
    public static final Attribute<Boolean> REQUEST_LOCK =
            row("RequestLock", FLAG, false, USUAL).guarding(true).byRule();
    /** 0 none, 1 base64. */
    public static final Attribute<Integer> REQUEST_OBFUSCATION =
            row("RequestObfuscation", integer(0, 1), 0, USUAL).guarding(1).byRule();
    public static final Attribute<ResMode> RES_MODE = row("ResMode", Syntaxes.RES_MODE_NUMBER, ResMode.SHARP2, USUAL);
    /** In the operator's own unit, 0 for none. */
    public static final Attribute<Double> RESOLUTION = row("Resolution", REAL, 0.0, USUAL);
    public static final Attribute<String> ROOT_ID = row("RootId", PATH_ELEMENT, "", OWN_ONLY);
    public static final Attribute<String> ROOT_PATH = row("RootPath", TEXT, "", IF_ABSENT);
    public static final Attribute<String> ROOT_URL = row("RootUrl", TEXT, "", IF_ABSENT).later().byRule();
    public static final Attribute<String> RULE_SET_FILE = row("RuleSetFile", TEXT, "", OWN_ONLY).later();
    public static final Attribute<String> SAVE_PATH = row("SavePath", TEXT, "", IF_ABSENT).later().byRule();
    public static final Attribute<List<String>> STATIC_CONTENT_CATALOG_FILE =
            row("StaticContentCatalogFile", FILES, List.of(), OWN_ONLY);
    public static final Attribute<String> STATIC_CONTENT_ROOT_PATH = row("StaticContentRootPath", TEXT, "", IF_ABSENT);
    public static final Attribute<List<String>> SVG_CATALOG_FILE =
            row("SvgCatalogFile", FILES, List.of(), OWN_ONLY).later();
    public static final Attribute<Boolean> SYNTHESIZE_FONT_STYLES = row("SynthesizeFontStyles", FLAG, true, USUAL);
    public static final Attribute<Color> THUMB_BKG_COLOR = row("ThumbBkgColor", COLOR, Color.WHITE, USUAL);
    /** 1 left, 2 center, 3 right. */
    public static final Attribute<Integer> THUMB_HORIZ_ALIGN = row("ThumbHorizAlign", ALIGN, 2, USUAL);
    /** In the unit of {@link #RESOLUTION}, 0 for none. */
    public static final Attribute<Double> THUMB_RES = row("ThumbRes", REAL, 0.0, USUAL);
    /** 1 crop, 2 fit, 3 texture. */
    public static final Attribute<Integer> THUMB_TYPE = row("ThumbType", integer(1, 3), 2, USUAL);
    /** 1 top, 2 center, 3 bottom. */
    public static final Attribute<Integer> THUMB_VERT_ALIGN = row("ThumbVertAlign", ALIGN, 2, USUAL);
    /** A catalog that does not say has the time at which its files last changed, never the fallback. */
    public static final Attribute<Instant> TIME_STAMP =
            row("TimeStamp", Syntaxes.TIME, Instant.EPOCH, OWN_ONLY)
                    .noted(FULL, "If not given: when the catalog's files last changed.");
    public static final Attribute<Long> TOTAL_STREAM_BIT_RATE = row("TotalStreamBitRate", BITS, 0L, USUAL).later();
    public static final Attribute<List<String>> TRUSTED_DOMAINS = row("TrustedDomains", LIST, List.of(), IF_ABSENT).later();
    public static final Attribute<Boolean> USE_LAST_MODIFIED = row("UseLastModified", FLAG, false, USUAL);
    public static final Attribute<Long> VIDEO_BIT_RATE = row("VideoBitRate", BITS, 0L, USUAL).later();
    public static final Attribute<PixelSize> VIDEO_SIZE = row("VideoSize", SIZE, PixelSize.NONE, USUAL).later();
    public static final Attribute<String> WATERMARK = row("Watermark", TEXT, "", IF_ABSENT).later().byRule();

    public static final Attribute<StatusPolicy> ERROR_STATUS =
            row("ErrorStatus", Syntaxes.STATUS_POLICY, StatusPolicy.DOCUMENTED, USUAL)
                    .noted(FULL, "Our own: whether errors have the reference's statuses or those that HTTP means for them.");
    /** {@link Syntaxes#REAL_STATUS} for that of the failure. */
    public static final Attribute<Integer> ERROR_IMAGE_STATUS =
            row("ErrorImageStatus", Syntaxes.ERROR_IMAGE_STATUS, 200, USUAL)
                    .noted(FULL, "Our own: the status of error images; real is that which the error has as text.");
    public static final Attribute<Duration> ERROR_EXPIRATION =
            row("ErrorExpiration", Syntaxes.SECONDS, Duration.ZERO, USUAL)
                    .noted(FULL, "Our own: how long errors may be kept, as text or image; 0 for not at all. Refusals and"
                            + " faults of servers never are.");

    public static final Attribute<Boolean> ALLOW_EXPLAIN = row("AllowExplain", FLAG, false, USUAL)
            .noted(FULL, "Our own: whether req=explain tells how a request is understood, with the names of files.");

    public static final Attribute<Tolerance> TOLERANCE =
            row("Tolerance", Syntaxes.TOLERANCE, Tolerance.STRICT, USUAL)
                    .noted(FULL, "Our own: what becomes of images in damaged files: an error, or what can still be read.");

    public static final Attribute<Optional<List<Secondary>>> ERROR_REDIRECT_ROOT_URL =
            row("ErrorRedirectRootUrl", Syntaxes.SECONDARIES, Optional.<List<Secondary>>empty(), IF_ABSENT)
                    .noted(FULL, "Our own: errorRedirect.rootUrl for this catalog; if not given, that of the server; empty for no"
                            + " redirect.");
    public static final Attribute<Optional<Duration>> ERROR_REDIRECT_CONNECT_TIMEOUT =
            row("ErrorRedirectConnectTimeout", Syntaxes.TIMEOUT, Optional.<Duration>empty(), USUAL)
                    .noted(FULL, "Our own: errorRedirect.connectTimeout for this catalog; if not given, that of the server.");
    public static final Attribute<Optional<Duration>> ERROR_REDIRECT_SOCKET_TIMEOUT =
            row("ErrorRedirectSocketTimeout", Syntaxes.TIMEOUT, Optional.<Duration>empty(), USUAL)
                    .noted(FULL, "Our own: errorRedirect.socketTimeout for this catalog; if not given, that of the server.");
    public static final Attribute<RedirectFallback> ERROR_REDIRECT_FALLBACK =
            row("ErrorRedirectFallback", Syntaxes.REDIRECT_FALLBACK, RedirectFallback.TEXT, USUAL)
                    .noted(FULL, "Our own: what answers when the secondary server does not: a text error, as documented, or"
                            + " default image and error image.");

    private static final List<Attribute<?>> ALL = List.of(
            ALLOW_DIRECT_ACCESS, ALLOW_DIRECT_URLS, APPLY_EFFECT_MASK, AUDIO_BIT_RATE, BFC, BKG_COLOR,
            CACHE_VALIDATION_POLICY, CLIENT_ADDRESS_FILTER, CATALOG_FILE, DEFAULT_EXPIRATION, DEFAULT_EXT, DEFAULT_FONT,
            DEFAULT_IMAGE, DEFAULT_IMAGE_MODE, DEFAULT_LOCALE, DEFAULT_PIX, DEFAULT_THUMB_PIX, DIGIMARC_ID, DIGIMARC_INFO,
            ERROR_IMAGE, ERROR_DETAIL, EXPIRATION, FONT_MAP_FILE, FULL_MATCH, HTTP_APPLE_STREAMING_CONTEXT,
            HTTP_FLASH_STREAMING_CONTEXT, ICC_BLACK_POINT_COMPENSATION, ICC_DITHER, ICC_PROFILE_CMYK, ICC_PROFILE_GRAY,
            ICC_PROFILE_MAP_FILE, ICC_PROFILE_RGB, ICC_PROFILE_SRC_CMYK, ICC_PROFILE_SRC_GRAY, ICC_PROFILE_SRC_RGB,
            ICC_RENDER_INTENT, JPEG_QUALITY, LOCALE_MAP, LOCALE_STR_MAP, MACRO_FILE, MAX_PIX, NON_IMG_EXPIRATION,
            PUBLISH_INFO, PRINT_RESOLUTION, REQUEST_LOCK, REQUEST_OBFUSCATION, RES_MODE, RESOLUTION, ROOT_ID, ROOT_PATH,
            ROOT_URL, RULE_SET_FILE, SAVE_PATH, STATIC_CONTENT_CATALOG_FILE, STATIC_CONTENT_ROOT_PATH, SVG_CATALOG_FILE,
            SYNTHESIZE_FONT_STYLES, THUMB_BKG_COLOR, THUMB_HORIZ_ALIGN, THUMB_RES, THUMB_TYPE, THUMB_VERT_ALIGN, TIME_STAMP,
            TOTAL_STREAM_BIT_RATE, TRUSTED_DOMAINS, USE_LAST_MODIFIED, VIDEO_BIT_RATE, VIDEO_SIZE, WATERMARK,
            ERROR_STATUS, ERROR_IMAGE_STATUS, ERROR_EXPIRATION,
            ALLOW_EXPLAIN, TOLERANCE,
            ERROR_REDIRECT_ROOT_URL, ERROR_REDIRECT_CONNECT_TIMEOUT, ERROR_REDIRECT_SOCKET_TIMEOUT, ERROR_REDIRECT_FALLBACK);
    // @formatter:on

    private static final Map<String, Attribute<?>> BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.name().toLowerCase(Locale.ROOT), Function.identity()));

    /** All rows, in the reference's order. */
    public static List<Attribute<?>> all() {
        return ALL;
    }

    /** The row of this name, without regard to case. */
    public static Optional<Attribute<?>> byName(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(key.equals("addressfilter") ? CLIENT_ADDRESS_FILTER : BY_NAME.get(key));
    }

    private static <T> Attribute<T> row(String name, Syntax<T> syntax, T fallback, Inheritance inheritance) {
        return new Attribute<>(name, syntax, fallback, inheritance, false, FULL, "", null);
    }
}
