package dev.understudy.codec.png;

import dev.understudy.image.IdleProcessors;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The samples of an image as PNG compresses them: rows that are filtered, then deflated. PDF has the same. */
public final class FilteredSamples {

    /** Indexes are few bytes. Higher levels look for very long for what is hardly ever there. */
    private static final int INDEX_LEVEL = 6;

    private FilteredSamples() {}

    /** Writes the samples of an image, its opacity last, and leaves open what it writes to. */
    public static void write(Pixels pixels, OutputStream target) throws IOException {
        write(pixels, target, IdleProcessors.NONE);
    }

    /**
     * Writes the same samples, with help.
     *
     * @param processors what may help
     */
    static void write(Pixels pixels, OutputStream target, IdleProcessors processors) throws IOException {
        List<Plane> planes = new ArrayList<>(pixels.planes());
        if (pixels.alpha() != null) {
            planes.add(pixels.alpha());
        }
        new FilteredStrips(planes).write(target, processors);
    }

    /** Writes the indexes of colors, which no filter makes smaller, and leaves open what it writes to. */
    static void writeIndexes(Plane indexes, OutputStream target) throws IOException {
        Deflater deflater = new Deflater(INDEX_LEVEL);
        try {
            DeflaterOutputStream out = new DeflaterOutputStream(target, deflater, 1 << 15);
            for (int y = 0; y < indexes.height(); y++) {
                out.write(0); // no filter
                out.write(indexes.samples(), y * indexes.width(), indexes.width());
            }
            out.finish();
        } finally {
            deflater.end();
        }
    }
}
