package dev.understudy.codec.png;

import dev.understudy.codec.io.Input;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads samples of 8 bits that are not interlaced, a row at a time, straight into planes. All rows are inflated, whichever are
 * wanted, so that a file that breaks off is refused for every part of it.
 */
final class PngPlanes {

    private static final int BITS = 8;

    private final int bands;
    private final Region region;
    private final List<Plane> planes = new ArrayList<>();
    private byte[] row;
    private byte[] above;

    private PngPlanes(PngHeader header, Region region) {
        this.bands = header.bands();
        this.region = region;
        int length = Math.toIntExact((header.width() + 1) * bands);
        row = new byte[length];
        above = new byte[length];
        for (int band = 0; band < bands; band++) {
            planes.add(Plane.blank(region.width(), region.height()));
        }
    }

    /** Returns whether this class reads such a file; ImageIO reads others. */
    static boolean reads(PngFile file) {
        PngHeader header = file.header();
        return header.bits() == BITS && !header.interlaced() && file.key().isEmpty();
    }

    /**
     * Reads a part of an image.
     *
     * @param input the chunks that a decoder needs
     */
    static Pixels read(Input input, PngFile file, Region region) throws IOException {
        PngHeader header = file.header();
        PngPlanes image = new PngPlanes(header, region);
        try (input;
                ImageData data = new ImageData(input)) {
            image.read(data, (int) header.height());
        }
        if (file.palette() != null) {
            return file.palette().applyWhole(image.planes.get(0));
        }
        int colors = header.alphaChannel() ? image.bands - 1 : image.bands;
        return new Pixels(
                header.gray() ? Samples.GRAY : Samples.RGB,
                image.planes.subList(0, colors),
                header.alphaChannel() ? image.planes.get(colors) : null,
                null);
    }

    private void read(ImageData data, int height) throws IOException {
        int end = region.y() + region.height();
        for (int y = 0; y < height; y++) {
            // The number of the filter comes where the last zero before the row is.
            data.read(row, bands - 1, row.length - bands + 1);
            int filter = row[bands - 1];
            row[bands - 1] = 0;
            if (y < end) {
                RowUnfilter.undo(filter, row, above, bands);
            } else {
                RowUnfilter.require(filter);
            }
            if (y >= region.y() && y < end) {
                split((y - region.y()) * region.width());
            }
            byte[] done = above;
            above = row;
            row = done;
        }
        data.end();
    }

    private void split(int at) {
        for (int band = 0; band < bands; band++) {
            split(band, planes.get(band).samples(), at, region.width());
        }
    }

    private void split(int band, byte[] samples, int at, int width) {
        int from = (region.x() + 1) * bands + band;
        for (int x = 0; x < width; x++, from += bands) {
            samples[at + x] = row[from];
        }
    }
}
