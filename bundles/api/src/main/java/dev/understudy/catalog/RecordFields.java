package dev.understudy.catalog;

import static dev.understudy.catalog.Support.FULL;
import static dev.understudy.catalog.Support.PARTIAL;
import static dev.understudy.catalog.Syntaxes.PROPERTIES;
import static dev.understudy.catalog.Syntaxes.REAL;
import static dev.understudy.catalog.Syntaxes.TEXT;
import static dev.understudy.catalog.Syntaxes.integer;
import static dev.understudy.catalog.Syntaxes.matching;
import static dev.understudy.catalog.Syntaxes.text;

import dev.understudy.image.PixelSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of record fields: those of image data and those of static content, which share most of their rows.
 *
 * <p>Source: the reference's pages on image data and static content data, one a field.
 */
public final class RecordFields {

    private RecordFields() {}

    // @formatter:off
    private static final Syntax<Long> BITS = Syntaxes.BITS_PER_SECOND;
    private static final Syntax<String> COMMANDS = text("commands separated by &");
    private static final Syntax<String> SET_KIND = matching(
            "MEDIASET, SPINSET, SPINSET2D, VIDEOSET, IMAGESET or ECATALOG",
            "(?i)MEDIASET|SPINSET|SPINSET2D|VIDEOSET|IMAGESET|ECATALOG");

    /** {@code x,y} in source pixels, empty for the center. */
    public static final RecordField<String> ANCHOR = row("Anchor", Syntaxes.OFFSET, "");
    public static final RecordField<String> ASSET_TYPE = row("AssetType", SET_KIND, "").later();
    public static final RecordField<String> DIGIMARC_INFO =
            or(Attributes.DIGIMARC_INFO, "DigimarcInfo", Syntaxes.FOUR_INTEGERS, null).later();
    public static final RecordField<Duration> EXPIRATION =
            or(Attributes.EXPIRATION, "Expiration", Syntaxes.RECORD_HOURS, Syntaxes.AS_ATTRIBUTE);
    public static final RecordField<String> ID = row("Id", matching("text without commas", "[^,]+"), "");
    public static final RecordField<String> IMAGE_SET = row("ImageSet", text("items separated by commas"), "").later();
    public static final RecordField<String> MAP = row("Map", text("AREA elements of HTML"), "").later();
    public static final RecordField<String> MASK_PATH = row("MaskPath", TEXT, "");
    public static final RecordField<String> MODIFIER = row("Modifier", COMMANDS, "");
    public static final RecordField<String> PATH = row("Path", TEXT, "");
    public static final RecordField<String> POST_MODIFIER = row("PostModifier", COMMANDS, "");
    public static final RecordField<Double> PRINT_RESOLUTION =
            or(Attributes.PRINT_RESOLUTION, "PrintResolution", REAL, 0.0);
    public static final RecordField<Double> RESOLUTION = or(Attributes.RESOLUTION, "Resolution", REAL, 0.0);
    public static final RecordField<PixelSize> SIZE =
            row("Size", Syntaxes.FULL_SIZE, PixelSize.NONE)
                    .noted(PARTIAL, "Told in property replies; images have the size of their file.");
    public static final RecordField<String> TARGETS = row("Targets", PROPERTIES, "").later();
    public static final RecordField<Double> THUMB_RES = or(Attributes.THUMB_RES, "ThumbRes", REAL, 0.0);
    public static final RecordField<Integer> THUMB_TYPE = or(Attributes.THUMB_TYPE, "ThumbType", integer(0, 3), 0);
    public static final RecordField<Instant> TIME_STAMP = or(Attributes.TIME_STAMP, "TimeStamp", Syntaxes.TIME, null);
    /** With line breaks in place of {@code ??}, unless the data file has the value in quotation marks. */
    public static final RecordField<String> USER_DATA = row("UserData", PROPERTIES, "");
    public static final RecordField<String> USER_TYPE = row("UserType", TEXT, "");

    public static final RecordField<Long> AUDIO_BIT_RATE =
            or(Attributes.AUDIO_BIT_RATE, "AudioBitRate", BITS, null).later();
    public static final RecordField<Long> TOTAL_STREAM_BIT_RATE =
            or(Attributes.TOTAL_STREAM_BIT_RATE, "TotalStreamBitRate", BITS, null).later();
    public static final RecordField<Long> VIDEO_BIT_RATE =
            or(Attributes.VIDEO_BIT_RATE, "VideoBitRate", BITS, null).later();
    public static final RecordField<PixelSize> VIDEO_SIZE =
            or(Attributes.VIDEO_SIZE, "VideoSize", Syntaxes.SIZE, null).later();

    private static final List<RecordField<?>> IMAGE = List.of(
            ANCHOR, ASSET_TYPE, DIGIMARC_INFO, EXPIRATION, ID, IMAGE_SET, MAP, MASK_PATH, MODIFIER, PATH, POST_MODIFIER,
            PRINT_RESOLUTION, RESOLUTION, SIZE, TARGETS, THUMB_RES, THUMB_TYPE, TIME_STAMP, USER_DATA, USER_TYPE);

    private static final List<RecordField<?>> CONTENT = List.of(
            EXPIRATION, ID, PATH, TIME_STAMP, USER_DATA, USER_TYPE,
            AUDIO_BIT_RATE, TOTAL_STREAM_BIT_RATE, VIDEO_BIT_RATE, VIDEO_SIZE);
    // @formatter:on

    /** The fields of image records, in the reference's order. */
    public static List<RecordField<?>> all() {
        return IMAGE;
    }

    /** The fields of static content records. */
    public static List<RecordField<?>> content() {
        return CONTENT;
    }

    /** The field of image or static content records with this name, without regard to case. */
    public static Optional<RecordField<?>> byName(String name) {
        return Stream.concat(IMAGE.stream(), CONTENT.stream())
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static <T> RecordField<T> row(String name, Syntax<T> syntax, T fallback) {
        return new RecordField<>(name, syntax, fallback, null, null, FULL, "");
    }

    /** A field whose attribute stands in for it. */
    private static <T> RecordField<T> or(Attribute<T> attribute, String name, Syntax<T> syntax, @Nullable T none) {
        return new RecordField<>(name, syntax, attribute.fallback(), attribute, none, FULL, "");
    }
}
