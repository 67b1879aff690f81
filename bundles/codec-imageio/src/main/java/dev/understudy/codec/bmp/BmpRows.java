package dev.understudy.codec.bmp;

import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.DecodedMask;
import dev.understudy.codec.raster.Palette;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.util.List;

/** The rows of a bitmap without compression. */
final class BmpRows {

    /** A file from which more is missing is not worth the memory for its image. */
    private static final int MOST_MISSING = 1000;

    private final BmpHeader header;
    private final Input input;
    /** Red, green, blue and opacity; the first alone for indexes. */
    private final Plane[] planes = new Plane[4];

    BmpRows(BmpHeader header, Input input) {
        this.header = header;
        this.input = input;
    }

    /**
     * Fails unless the file has all pixels, and has them where its header says; the padding of the last row is none. Nothing in the pixels
     * tells of damage, but there are several words on where they are.
     */
    void requireAll() throws DamagedException {
        long missing = header.start() + header.rowBytes() * header.height() - input.length();
        long padding = header.rowBytes() - rowPixelBytes();
        if (missing > padding) {
            throw new DamagedException("the file ends too early");
        }
        long gap = header.start() - header.headEnd();
        if (missing > 0 && gap > 0 || missing < 0 && gap == missing) {
            throw new DamagedException("its pixels do not begin where its header says");
        }
        long unused = header.imageSize() - header.rowBytes() * header.height();
        if (unused >= Integer.BYTES && unused <= -missing) {
            throw new DamagedException("it has more pixels than its size needs");
        }
        if (missing > 0) {
            input.forgive("its last row has no padding");
        }
    }

    private long rowPixelBytes() {
        return ((long) header.width() * header.bits() + 7) / 8;
    }

    /** Fails when so little of the pixels is there that they are not worth the memory. */
    void requireSome() throws DamagedException {
        DimensionChecks.requirePlausible(header.rowBytes() * header.height(), input.length(), MOST_MISSING);
    }

    /** Reads a region. */
    void read(Region region) throws IOException {
        for (int i = 0; i < planes.length; i++) {
            planes[i] = Plane.blank(region.width(), region.height());
        }
        int firstBit = region.x() * header.bits() % 8;
        byte[] row = new byte[(int) (((long) region.width() * header.bits() + firstBit + 7) / 8)];
        for (int y = 0; y < region.height(); y++) {
            input.seek(rowStart(region.y() + y) + (long) region.x() * header.bits() / 8);
            int present = Math.max(0, input.read(row, 0, row.length));
            int pixels = Math.min(region.width(), Math.max(0, present * 8 - firstBit) / header.bits());
            for (int x = 0; x < pixels; x++) {
                unpack(row, firstBit + x * header.bits(), y * region.width() + x);
            }
        }
    }

    private long rowStart(int row) {
        return header.start() + header.rowBytes() * header.row(row);
    }

    private void unpack(byte[] row, int bit, int to) {
        int at = bit / 8;
        switch (header.bits()) {
            case 16 -> unpack(row[at] & 0xff | (row[at + 1] & 0xff) << 8, to);
            case 24 -> {
                planes[0].samples()[to] = row[at + 2];
                planes[1].samples()[to] = row[at + 1];
                planes[2].samples()[to] = row[at];
            }
            case 32 ->
                unpack(row[at] & 0xff | (row[at + 1] & 0xff) << 8 | (row[at + 2] & 0xff) << 16 | row[at + 3] << 24, to);
            default -> {
                int shift = 8 - header.bits() - bit % 8;
                planes[0].samples()[to] = (byte) (row[at] >> shift & (1 << header.bits()) - 1);
            }
        }
    }

    private void unpack(int pixel, int to) {
        ColorMasks masks = header.masks();
        planes[0].samples()[to] = ColorMasks.value(pixel, masks.red());
        planes[1].samples()[to] = ColorMasks.value(pixel, masks.green());
        planes[2].samples()[to] = ColorMasks.value(pixel, masks.blue());
        planes[3].samples()[to] = ColorMasks.value(pixel, masks.alpha());
    }

    /** The pixels that have been read, all of which have to have colors. */
    Pixels wholePixels() throws DamagedException {
        Palette palette = header.palette();
        return palette == null ? direct() : palette.applyWhole(planes[0]);
    }

    /** The pixels that have been read; those that are not in the file, or of no color of the palette, are black. */
    Pixels pixels() {
        Palette palette = header.palette();
        return palette == null ? direct() : palette.apply(planes[0]);
    }

    private Pixels direct() {
        List<Plane> colors = List.of(planes[0], planes[1], planes[2]);
        return new Pixels(Samples.RGB, colors, header.alpha() ? planes[3] : null, null);
    }

    /** The pixels that are in the file. */
    DecodedMask present() {
        DecodedMask present = DecodedMask.none(header.width(), header.height());
        for (int y = 0; y < header.height(); y++) {
            long bytes = Math.max(0, Math.min(rowPixelBytes(), input.length() - rowStart(y)));
            present.add(y, (int) Math.min(header.width(), bytes * 8 / header.bits()));
        }
        return present;
    }
}
