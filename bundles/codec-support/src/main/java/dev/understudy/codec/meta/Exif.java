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
            return of(TiffDirectory.start(data), data);
        } catch (IOException | RuntimeException e) {
            data.forgive("its EXIF cannot be read");
            return NONE;
        }
    }

    /**
     * The notes in a directory, each for itself: one that cannot be read takes no other with it.
     *
     * @param file what the directory is in
     */
    public static Exif of(TiffDirectory directory, Input file) {
        Orientation orientation = Orientation.NORMAL;
        double resolution = 0;
        try {
            orientation = orientation(directory);
        } catch (IOException e) {
            file.forgive("its orientation cannot be read");
        }
        try {
            resolution = resolution(directory);
        } catch (IOException e) {
            file.forgive("its resolution cannot be read");
        }
        return new Exif(orientation, resolution);
    }

    private static Orientation orientation(TiffDirectory directory) throws IOException {
        return Orientation.ofExif((int) Math.min(directory.value(ORIENTATION, 1), Integer.MAX_VALUE));
    }

    private static double resolution(TiffDirectory directory) throws IOException {
        double resolution = directory.fraction(X_RESOLUTION);
        long unit = directory.value(RESOLUTION_UNIT, 2);
        return unit == CENTIMETRES ? resolution * 2.54 : unit == 2 ? resolution : 0;
    }
}
