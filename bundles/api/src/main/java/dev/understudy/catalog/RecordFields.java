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
import java.util.ArrayList;
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

    private static final List<RecordField<?>> IMAGE_ROWS = new ArrayList<>();
    private static final List<RecordField<?>> CONTENT_ROWS = new ArrayList<>();

    // @formatter:off
    private static final Syntax<Long> BITS = Syntaxes.BITS_PER_SECOND;
    private static final Syntax<String> COMMANDS = text("commands separated by &");
    private static final Syntax<String> SET_KIND = matching(
            "MEDIASET, SPINSET, SPINSET2D, VIDEOSET, IMAGESET or ECATALOG",
            "(?i)MEDIASET|SPINSET|SPINSET2D|VIDEOSET|IMAGESET|ECATALOG");

    /** {@code x,y} in source pixels, empty for the center. */
    public static final RecordField<String> ANCHOR = ofImages(row("Anchor", Syntaxes.OFFSET, ""));
    public static final RecordField<String> ASSET_TYPE = ofImages(row("AssetType", SET_KIND, ""));
    public static final RecordField<String> DIGIMARC_INFO =
            ofImages(or(Attributes.DIGIMARC_INFO, "DigimarcInfo", Syntaxes.FOUR_INTEGERS, null).later(Attributes.MARKS));
    public static final RecordField<Duration> EXPIRATION =
            ofBoth(or(Attributes.EXPIRATION, "Expiration", Syntaxes.RECORD_HOURS, Syntaxes.AS_ATTRIBUTE));
    public static final RecordField<String> ID = ofBoth(row("Id", matching("text without commas", "[^,]+"), ""));
    public static final RecordField<String> IMAGE_SET = ofImages(row("ImageSet", text("items separated by commas"), ""));
    public static final RecordField<String> MAP = ofImages(row("Map", text("AREA elements of HTML"), ""));
    public static final RecordField<String> MASK_PATH = ofImages(row("MaskPath", TEXT, ""));
    public static final RecordField<String> MODIFIER = ofImages(row("Modifier", COMMANDS, ""));
    public static final RecordField<String> PATH = ofBoth(row("Path", TEXT, ""));
    public static final RecordField<String> POST_MODIFIER = ofImages(row("PostModifier", COMMANDS, ""));
    public static final RecordField<Double> PRINT_RESOLUTION =
            ofImages(or(Attributes.PRINT_RESOLUTION, "PrintResolution", REAL, 0.0));
    public static final RecordField<Double> RESOLUTION = ofImages(or(Attributes.RESOLUTION, "Resolution", REAL, 0.0));
    public static final RecordField<PixelSize> SIZE =
            ofImages(row("Size", Syntaxes.FULL_SIZE, PixelSize.NONE)
                    .noted(PARTIAL, "Told in property replies; images have the size of their file."));
    public static final RecordField<String> TARGETS = ofImages(row("Targets", PROPERTIES, ""));
    public static final RecordField<Double> THUMB_RES = ofImages(or(Attributes.THUMB_RES, "ThumbRes", REAL, 0.0));
    public static final RecordField<Integer> THUMB_TYPE = ofImages(or(Attributes.THUMB_TYPE, "ThumbType", integer(0, 3), 0));
    public static final RecordField<Instant> TIME_STAMP = ofBoth(or(Attributes.TIME_STAMP, "TimeStamp", Syntaxes.TIME, null));
    /** With line breaks in place of {@code ??}, unless the data file has the value in quotation marks. */
    public static final RecordField<String> USER_DATA = ofBoth(row("UserData", PROPERTIES, ""));
    public static final RecordField<String> USER_TYPE = ofBoth(row("UserType", TEXT, ""));

    public static final RecordField<Long> AUDIO_BIT_RATE =
            ofContent(or(Attributes.AUDIO_BIT_RATE, "AudioBitRate", BITS, null));
    public static final RecordField<Long> TOTAL_STREAM_BIT_RATE =
            ofContent(or(Attributes.TOTAL_STREAM_BIT_RATE, "TotalStreamBitRate", BITS, null));
    public static final RecordField<Long> VIDEO_BIT_RATE =
            ofContent(or(Attributes.VIDEO_BIT_RATE, "VideoBitRate", BITS, null));
    public static final RecordField<PixelSize> VIDEO_SIZE =
            ofContent(or(Attributes.VIDEO_SIZE, "VideoSize", Syntaxes.SIZE, null));
    // @formatter:on

    private static final List<RecordField<?>> IMAGE = List.copyOf(IMAGE_ROWS);
    private static final List<RecordField<?>> CONTENT = List.copyOf(CONTENT_ROWS);

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

    private static <T> RecordField<T> ofImages(RecordField<T> row) {
        IMAGE_ROWS.add(row);
        return row;
    }

    private static <T> RecordField<T> ofContent(RecordField<T> row) {
        CONTENT_ROWS.add(row);
        return row;
    }

    private static <T> RecordField<T> ofBoth(RecordField<T> row) {
        return ofContent(ofImages(row));
    }

    private static <T> RecordField<T> row(String name, Syntax<T> syntax, T fallback) {
        return new RecordField<>(name, syntax, fallback, null, null, FULL, "");
    }

    /** A field whose attribute stands in for it. */
    private static <T> RecordField<T> or(Attribute<T> attribute, String name, Syntax<T> syntax, @Nullable T none) {
        return new RecordField<>(name, syntax, attribute.fallback(), attribute, none, FULL, "");
    }
}
