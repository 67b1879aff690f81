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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of catalog attributes: those of the reference in its order, then our own. They say how a catalog is served.
 *
 * <p>Fallbacks are ours where the reference wants the default catalog to name a value.
 *
 * <p>Source: the reference's pages on attributes, one each.
 */
public final class Attributes {

    private Attributes() {}

    private static final List<Attribute<?>> ROWS = new ArrayList<>();

    /** Why Digimarc's attributes do nothing. */
    static final String MARKS = "Digimarc's marks take a library that has to be licensed.";

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
            add(row("AllowDirectAccess", Syntaxes.DIRECT_ACCESS, DirectAccess.ALL, IF_ABSENT).guarding(DirectAccess.NONE));
    public static final Attribute<Boolean> ALLOW_DIRECT_URLS = add(row("AllowDirectUrls", FLAG, false, USUAL)
            .noted(FULL, "For the hosts of TrustedDomains."));
    public static final Attribute<Boolean> APPLY_EFFECT_MASK = add(row("ApplyEffectMask", FLAG, true, USUAL));
    public static final Attribute<Long> AUDIO_BIT_RATE = add(row("AudioBitRate", BITS, 0L, USUAL));
    public static final Attribute<Boolean> BFC = add(row("Bfc", Syntaxes.TRUE_FALSE, false, USUAL));
    public static final Attribute<Color> BKG_COLOR = add(row("BkgColor", COLOR, Color.WHITE, USUAL));
    public static final Attribute<Integer> CACHE_VALIDATION_POLICY = add(row("CacheValidationPolicy", integer(0, 1), 0, USUAL));
    /** The addresses of the clients that a catalog serves. */
    public static final Attribute<AddressFilter> CLIENT_ADDRESS_FILTER =
            add(row("ClientAddressFilter", Syntaxes.ADDRESS_FILTER, AddressFilter.ANYONE, USUAL)
                    .guarding(AddressFilter.NOBODY)
                    .noted(FULL, "IPv6 too. Also spelled AddressFilter, as the reference has it for the default catalog."));
    public static final Attribute<List<String>> CATALOG_FILE = add(row("CatalogFile", FILES, List.of(), OWN_ONLY));
    public static final Attribute<Duration> DEFAULT_EXPIRATION =
            add(row("DefaultExpiration", HOURS, Duration.ofHours(1), USUAL));
    public static final Attribute<String> DEFAULT_EXT = add(row("DefaultExt", SUFFIX, "", IF_ABSENT));
    public static final Attribute<String> DEFAULT_FONT = add(row("DefaultFont", TEXT, "", USUAL)
            .noted(FULL, "If not given: the built-in fonts, Noto Sans."));
    public static final Attribute<String> DEFAULT_IMAGE = add(row("DefaultImage", TEXT, "", IF_ABSENT)
            .noted(FULL, "A record or a path; of the default catalog where that is inherited from."));
    public static final Attribute<Integer> DEFAULT_IMAGE_MODE =
            add(row("DefaultImageMode", integer(0, 1), 0, USUAL));
    public static final Attribute<String> DEFAULT_LOCALE = add(row("DefaultLocale", TEXT, "", USUAL));
    public static final Attribute<PixelSize> DEFAULT_PIX = add(row("DefaultPix", SIZE, PixelSize.NONE, USUAL));
    public static final Attribute<PixelSize> DEFAULT_THUMB_PIX =
            add(row("DefaultThumbPix", SIZE, new PixelSize(100, 100), USUAL));
    public static final Attribute<String> DIGIMARC_ID = add(row("DigimarcId", DIGIMARC_USER, "", USUAL).later(MARKS));
    public static final Attribute<String> DIGIMARC_INFO =
            add(row("DigimarcInfo", Syntaxes.FOUR_INTEGERS, "0,0,0,0", USUAL).later(MARKS));
    public static final Attribute<String> ERROR_IMAGE = add(row("ErrorImage", TEXT, "", IF_ABSENT)
            .noted(FULL, "As DefaultImage."));
    public static final Attribute<Integer> ERROR_DETAIL = add(row("ErrorDetail", integer(0, 3), 0, USUAL));
    /** For images and static content whose record does not say otherwise. */
    public static final Attribute<Duration> EXPIRATION = add(row("Expiration", HOURS, Duration.ofHours(10), USUAL));
    public static final Attribute<String> FONT_MAP_FILE = add(row("FontMapFile", TEXT, "", OWN_ONLY)
            .noted(FULL, "TrueType, OpenType and Type 1; metrics files are not needed. Entries of the default catalog hold for all."));
    public static final Attribute<Boolean> FULL_MATCH = add(row("FullMatch", FLAG, false, USUAL));
    public static final Attribute<String> HTTP_APPLE_STREAMING_CONTEXT =
            add(row("HttpAppleStreamingContext", TEXT, "", USUAL));
    public static final Attribute<String> HTTP_FLASH_STREAMING_CONTEXT =
            add(row("HttpFlashStreamingContext", TEXT, "", USUAL));
    public static final Attribute<Boolean> ICC_BLACK_POINT_COMPENSATION =
            add(row("IccBlackPointCompensation", FLAG, true, USUAL));
    public static final Attribute<Boolean> ICC_DITHER = add(row("IccDither", FLAG, false, USUAL));
    public static final Attribute<String> ICC_PROFILE_CMYK = add(row("IccProfileCmyk", TEXT, "", USUAL));
    public static final Attribute<String> ICC_PROFILE_GRAY = add(row("IccProfileGray", TEXT, "", USUAL));
    public static final Attribute<String> ICC_PROFILE_MAP_FILE = add(row("IccProfileMapFile", TEXT, "", OWN_ONLY)
            .noted(FULL, "Entries of the default catalog hold for all."));
    public static final Attribute<String> ICC_PROFILE_RGB = add(row("IccProfileRgb", TEXT, "", USUAL));
    public static final Attribute<String> ICC_PROFILE_SRC_CMYK = add(row("IccProfileSrcCmyk", TEXT, "", USUAL)
            .noted(FULL, "For images that embed none and for colors in requests; else IccProfileCmyk, else inks are plain filters."));
    public static final Attribute<String> ICC_PROFILE_SRC_GRAY = add(row("IccProfileSrcGray", TEXT, "", USUAL)
            .noted(FULL, "For images that embed none, but not for masks, and for colors in requests; else IccProfileGray."));
    public static final Attribute<String> ICC_PROFILE_SRC_RGB = add(row("IccProfileSrcRgb", TEXT, "", USUAL)
            .noted(FULL, "For images that embed none and for colors in requests; else IccProfileRgb, else sRGB."));
    /** 0 perceptual, 1 relative colorimetric, 2 saturation, 3 absolute colorimetric. */
    public static final Attribute<Integer> ICC_RENDER_INTENT = add(row("IccRenderIntent", integer(0, 3), 1, USUAL));
    public static final Attribute<JpegQuality> JPEG_QUALITY =
            add(row("JpegQuality", Syntaxes.JPEG_QUALITY, new JpegQuality(80, false), USUAL));
    public static final Attribute<String> LOCALE_MAP = add(row("LocaleMap", LOCALES, "", USUAL));
    public static final Attribute<String> LOCALE_STR_MAP = add(row("LocaleStrMap", LOCALES, "", USUAL));
    public static final Attribute<String> MACRO_FILE = add(row("MacroFile", TEXT, "", OWN_ONLY));
    public static final Attribute<PixelSize> MAX_PIX = add(row("MaxPix", LIMIT, PixelSize.NONE, USUAL));
    public static final Attribute<Duration> NON_IMG_EXPIRATION =
            add(row("NonImgExpiration", HOURS, Duration.ofMinutes(6), USUAL));
    public static final Attribute<String> PUBLISH_INFO = add(row("PublishInfo", TEXT, "", USUAL));
    /** Dots an inch, 0 for none. */
    public static final Attribute<Double> PRINT_RESOLUTION =
            add(row("PrintResolution", REAL, 0.0, USUAL));
    public static final Attribute<Boolean> REQUEST_LOCK =
            add(row("RequestLock", FLAG, false, USUAL).guarding(true));
    /** 0 none, 1 base64. */
    public static final Attribute<Integer> REQUEST_OBFUSCATION =
            add(row("RequestObfuscation", integer(0, 1), 0, USUAL).guarding(1));
    public static final Attribute<ResMode> RES_MODE = add(row("ResMode", Syntaxes.RES_MODE_NUMBER, ResMode.SHARP2, USUAL));
    /** In the operator's own unit, 0 for none. */
    public static final Attribute<Double> RESOLUTION = add(row("Resolution", REAL, 0.0, USUAL));
    public static final Attribute<String> ROOT_ID = add(row("RootId", PATH_ELEMENT, "", OWN_ONLY));
    public static final Attribute<String> ROOT_PATH = add(row("RootPath", TEXT, "", IF_ABSENT));
    public static final Attribute<String> ROOT_URL = add(row("RootUrl", TEXT, "", IF_ABSENT)
            .noted(PARTIAL, "http and https; no FTP, no user in it. No relative URL leaves it."));
    public static final Attribute<String> RULE_SET_FILE = add(row("RuleSetFile", TEXT, "", OWN_ONLY)
            .noted(FULL, "See [rule sets](../rule-sets.md). A catalog whose rules were never good refuses every request."));
    public static final Attribute<String> SAVE_PATH = add(row("SavePath", Syntaxes.SAVE_FOLDER, "", IF_ABSENT)
            .noted(FULL, "A folder below SaveDirectory, which is there already. See [saving](../saving.md)."));
    public static final Attribute<List<String>> STATIC_CONTENT_CATALOG_FILE =
            add(row("StaticContentCatalogFile", FILES, List.of(), OWN_ONLY));
    public static final Attribute<String> STATIC_CONTENT_ROOT_PATH = add(row("StaticContentRootPath", TEXT, "", IF_ABSENT));
    public static final Attribute<List<String>> SVG_CATALOG_FILE =
            add(row("SvgCatalogFile", FILES, List.of(), OWN_ONLY));
    public static final Attribute<Boolean> SYNTHESIZE_FONT_STYLES = add(row("SynthesizeFontStyles", FLAG, true, USUAL));
    public static final Attribute<Color> THUMB_BKG_COLOR = add(row("ThumbBkgColor", COLOR, Color.WHITE, USUAL));
    /** 1 left, 2 center, 3 right. */
    public static final Attribute<Integer> THUMB_HORIZ_ALIGN = add(row("ThumbHorizAlign", ALIGN, 2, USUAL));
    /** In the unit of {@link #RESOLUTION}, 0 for none. */
    public static final Attribute<Double> THUMB_RES = add(row("ThumbRes", REAL, 0.0, USUAL));
    /** 1 crop, 2 fit, 3 texture. */
    public static final Attribute<Integer> THUMB_TYPE = add(row("ThumbType", integer(1, 3), 2, USUAL));
    /** 1 top, 2 center, 3 bottom. */
    public static final Attribute<Integer> THUMB_VERT_ALIGN = add(row("ThumbVertAlign", ALIGN, 2, USUAL));
    /** A catalog that does not say has the time at which its files last changed, never the fallback. */
    public static final Attribute<Instant> TIME_STAMP =
            add(row("TimeStamp", Syntaxes.TIME, Instant.EPOCH, OWN_ONLY)
                    .noted(FULL, "If not given: when the catalog's files last changed."));
    public static final Attribute<Long> TOTAL_STREAM_BIT_RATE = add(row("TotalStreamBitRate", BITS, 0L, USUAL));
    public static final Attribute<List<String>> TRUSTED_DOMAINS = add(row("TrustedDomains", LIST, List.of(), IF_ABSENT)
            .noted(PARTIAL, "Our own use of it, as there are no Flash applications: the hosts that absolute URLs may name,"
                    + " as example.com, *.example.com or *, each with :port or :* if it is not the usual one."));
    public static final Attribute<Boolean> USE_LAST_MODIFIED = add(row("UseLastModified", FLAG, false, USUAL));
    public static final Attribute<Long> VIDEO_BIT_RATE = add(row("VideoBitRate", BITS, 0L, USUAL));
    public static final Attribute<PixelSize> VIDEO_SIZE = add(row("VideoSize", SIZE, PixelSize.NONE, USUAL));
    public static final Attribute<String> WATERMARK = add(row("Watermark", TEXT, "", IF_ABSENT));

    public static final Attribute<StatusPolicy> ERROR_STATUS =
            add(row("ErrorStatus", Syntaxes.STATUS_POLICY, StatusPolicy.DOCUMENTED, USUAL)
                    .noted(FULL, "Our own: whether errors have the reference's statuses or those that HTTP means for them."));
    /** {@link Syntaxes#REAL_STATUS} for that of the failure. */
    public static final Attribute<Integer> ERROR_IMAGE_STATUS =
            add(row("ErrorImageStatus", Syntaxes.ERROR_IMAGE_STATUS, 200, USUAL)
                    .noted(FULL, "Our own: the status of error images; real for the status that the error has as text."));
    public static final Attribute<Duration> ERROR_EXPIRATION =
            add(row("ErrorExpiration", Syntaxes.SECONDS, Duration.ZERO, USUAL)
                    .noted(FULL, "Our own: how long errors may be kept, as text or image; 0 for not at all. Refusals and"
                            + " faults of servers never are."));

    public static final Attribute<Boolean> ALLOW_EXPLAIN = add(row("AllowExplain", FLAG, false, USUAL)
            .noted(FULL, "Our own: whether req=explain tells how a request is understood, with the names of files."));

    public static final Attribute<Tolerance> TOLERANCE =
            add(row("Tolerance", Syntaxes.TOLERANCE, Tolerance.STRICT, USUAL)
                    .noted(FULL, "Our own: what becomes of images in damaged files: an error, or what can still be read."));

    public static final Attribute<Optional<List<Secondary>>> ERROR_REDIRECT_ROOT_URL =
            add(row("ErrorRedirectRootUrl", Syntaxes.SECONDARIES, Optional.<List<Secondary>>empty(), IF_ABSENT)
                    .noted(FULL, "Our own: errorRedirect.rootUrl for this catalog; if not given, that of the server; empty for no"
                            + " redirect."));
    public static final Attribute<Optional<Duration>> ERROR_REDIRECT_CONNECT_TIMEOUT =
            add(row("ErrorRedirectConnectTimeout", Syntaxes.TIMEOUT, Optional.<Duration>empty(), USUAL)
                    .noted(FULL, "Our own: errorRedirect.connectTimeout for this catalog; if not given, that of the server."));
    public static final Attribute<Optional<Duration>> ERROR_REDIRECT_SOCKET_TIMEOUT =
            add(row("ErrorRedirectSocketTimeout", Syntaxes.TIMEOUT, Optional.<Duration>empty(), USUAL)
                    .noted(FULL, "Our own: errorRedirect.socketTimeout for this catalog; if not given, that of the server."));
    public static final Attribute<RedirectFallback> ERROR_REDIRECT_FALLBACK =
            add(row("ErrorRedirectFallback", Syntaxes.REDIRECT_FALLBACK, RedirectFallback.TEXT, USUAL)
                    .noted(FULL, "Our own: what answers when the secondary server does not: a text error, as documented, or"
                            + " default image and error image."));

    public static final Attribute<Charset> ENCODING =
            add(row("Encoding", Syntaxes.ENCODING, StandardCharsets.ISO_8859_1, OWN_ONLY)
                    .noted(FULL, "Our own: how the catalog's files are written that have no byte order mark: the attribute file, the"
                            + " data files and the maps."));

    public static final Attribute<HintUse> CLIENT_HINTS =
            add(row("ClientHints", Syntaxes.HINT_USE, HintUse.NONE, USUAL)
                    .noted(FULL, "Our own: whether the pixel ratio and the connection that clients tell of count: for requests with"
                            + " dpr=on or network=on, or for all but those with dpr=off or network=off."));

    public static final Attribute<Duration> STALE_IF_ERROR = add(row("StaleIfError", HOURS, Duration.ZERO, USUAL)
            .noted(FULL, "Our own: for how long an image that was good may still be served when a source of it is gone or damaged and no"
                    + " secondary server answers; 0 for not at all, -1 for as long as it is in the response cache."
                    + " See [errors](../errors.md)."));

    public static final Attribute<Boolean> TIMING_HEADERS = add(row("TimingHeaders", FLAG, false, USUAL)
            .noted(FULL, "Our own: whether answers say how long they took (Server-Timing), and what the response cache did for"
                    + " them (Cache-Status)."));

    public static final Attribute<Boolean> FAULT_INJECTION = add(row("FaultInjection", FLAG, false, USUAL)
            .noted(FULL, "Our own: whether requests may ask for faults by the header Understudy-Fault, for those who develop storefronts."
                    + " See [faults on request](../operations.md#faults-on-request)."));

    private static final List<Attribute<?>> ALL = List.copyOf(ROWS);
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

    private static <T> Attribute<T> add(Attribute<T> row) {
        ROWS.add(row);
        return row;
    }

    private static <T> Attribute<T> row(String name, Syntax<T> syntax, T fallback, Inheritance inheritance) {
        return new Attribute<>(name, syntax, fallback, inheritance, FULL, "", null);
    }
}
