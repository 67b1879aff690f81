package dev.understudy.codec.meta;

import dev.understudy.codec.io.Input;
import dev.understudy.image.Orientation;
import java.io.IOException;

/**
 * What a camera or scanner notes about an image.
 *
 * @param orientation how to turn it
 * @param resolution pixels an inch, 0 when it does not say
 */
public record Exif(Orientation orientation, double resolution) {

    /** The notes of an image that has none. */
    public static final Exif NONE = new Exif(Orientation.NORMAL, 0);

    private static final int ORIENTATION = 274;
    private static final int X_RESOLUTION = 282;
    private static final int RESOLUTION_UNIT = 296;
    private static final int CENTIMETRES = 3;

    /** Reads EXIF data and closes it; what cannot be read is as good as not there, since the image does not depend on it. */
    public static Exif read(Input data) {
        try (data) {
            return of(TiffDirectory.first(data));
        } catch (IOException | RuntimeException e) {
            return NONE;
        }
    }

    /** The notes in a directory. */
    public static Exif of(TiffDirectory directory) throws IOException {
        double resolution = directory.fraction(X_RESOLUTION);
        if (directory.value(RESOLUTION_UNIT, 2) == CENTIMETRES) {
            resolution *= 2.54;
        } else if (directory.value(RESOLUTION_UNIT, 2) != 2) {
            resolution = 0;
        }
        return new Exif(
                Orientation.ofExif((int) Math.min(directory.value(ORIENTATION, 1), Integer.MAX_VALUE)), resolution);
    }
}
