package dev.understudy.codec.raster;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The rows of an image with their samples interleaved. */
public final class SampleRows {

    private final List<Plane> planes;
    private final int bands;
    private final byte[] row;

    /** Rows of an image whose planes are all of its size, and whose opacity comes last. */
    public SampleRows(Pixels pixels) {
        planes = new ArrayList<>(pixels.planes());
        if (pixels.alpha() != null) {
            planes.add(pixels.alpha());
        }
        bands = planes.size();
        row = new byte[Math.multiplyExact(pixels.width(), bands)];
    }

    /** Bytes of all rows. */
    public long length() {
        return (long) row.length * planes.get(0).height();
    }

    /**
     * Writes all rows.
     *
     * @param differences whether each sample is less the one on its left, which compresses better
     */
    public void writeTo(OutputStream out, boolean differences) throws IOException {
        for (int y = 0; y < planes.get(0).height(); y++) {
            interleave(y);
            if (differences) {
                for (int i = row.length - 1; i >= bands; i--) {
                    row[i] -= row[i - bands];
                }
            }
            out.write(row);
        }
    }

    private void interleave(int y) {
        for (int band = 0; band < bands; band++) {
            byte[] samples = planes.get(band).samples();
            int from = y * planes.get(band).width();
            for (int to = band; to < row.length; to += bands) {
                row[to] = samples[from++];
            }
        }
    }
}
