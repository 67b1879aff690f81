package dev.understudy.codec.png;

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

    /** Higher levels take much longer and save little: the filters have done most of it. */
    private static final int LEVEL = 4;

    private FilteredSamples() {}

    /** Writes the samples of an image, its opacity last, and leaves open what it writes to. */
    public static void write(Pixels pixels, OutputStream target) throws IOException {
        List<Plane> planes = new ArrayList<>(pixels.planes());
        if (pixels.alpha() != null) {
            planes.add(pixels.alpha());
        }
        RowFilter filter = new RowFilter(pixels.width(), planes.size());
        Deflater deflater = new Deflater(LEVEL);
        try {
            DeflaterOutputStream out = new DeflaterOutputStream(target, deflater, 1 << 15);
            for (int y = 0; y < pixels.height(); y++) {
                filter.write(planes, y, out);
            }
            out.finish();
        } finally {
            deflater.end();
        }
    }
}
