package dev.understudy.catalog;

import dev.understudy.image.PixelSize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The table of record fields. */
public final class RecordFields {

    private RecordFields() {}

    // @formatter:off
    public static final RecordField<String> ID = row("Id", Syntaxes.TEXT, "", null);
    public static final RecordField<String> PATH = row("Path", Syntaxes.TEXT, "", null);
    public static final RecordField<String> MASK_PATH = row("MaskPath", Syntaxes.TEXT, "", null);
    public static final RecordField<String> MODIFIER = row("Modifier", Syntaxes.TEXT, "", null);
    public static final RecordField<String> POST_MODIFIER = row("PostModifier", Syntaxes.TEXT, "", null);
    /** {@code x,y} in source pixels, empty for the centre. */
    public static final RecordField<String> ANCHOR = row("Anchor", Syntaxes.TEXT, "", null);

    public static final RecordField<Duration> EXPIRATION =
            row("Expiration", Syntaxes.HOURS, Duration.ZERO, Attributes.EXPIRATION);
    public static final RecordField<Double> RESOLUTION = row("Resolution", Syntaxes.REAL, 0.0, Attributes.RESOLUTION);
    public static final RecordField<Double> PRINT_RESOLUTION =
            row("PrintResolution", Syntaxes.REAL, 0.0, Attributes.PRINT_RESOLUTION);
    public static final RecordField<Double> THUMB_RES = row("ThumbRes", Syntaxes.REAL, 0.0, Attributes.THUMB_RES);
    public static final RecordField<PixelSize> SIZE = row("Size", Syntaxes.SIZE, PixelSize.NONE, null);
    public static final RecordField<String> USER_DATA = row("UserData", Syntaxes.TEXT, "", null);
    // @formatter:on

    private static <T> RecordField<T> row(String name, Syntax<T> syntax, T fallback, @Nullable Attribute<T> attribute) {
        return new RecordField<>(name, syntax, fallback, attribute, Support.FULL, "");
    }
}
