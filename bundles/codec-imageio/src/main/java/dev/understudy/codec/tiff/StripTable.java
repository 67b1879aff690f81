package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.meta.TiffDirectory;
import java.io.IOException;

/** The strips or tiles of a TIFF. The decoder does not look whether they are all there. */
final class StripTable {

    private static final int UNCOMPRESSED = 1;
    private static final int PLANAR = 2;

    private final TiffDirectory directory;
    private final long fileLength;

    StripTable(TiffDirectory directory, long fileLength) {
        this.directory = directory;
        this.fileLength = fileLength;
    }

    void check(long width, long height, long samples, long bits) throws IOException {
        boolean tiled = directory.has(TiffTags.TILE_OFFSETS);
        long across = tiled ? side(TiffTags.TILE_WIDTH, width) : width;
        long down = tiled ? side(TiffTags.TILE_HEIGHT, height) : rowsPerStrip(height);
        boolean planar = directory.value(TiffTags.PLANAR_CONFIGURATION, 1) == PLANAR;
        long number = divideUp(width, across) * divideUp(height, down) * (planar ? samples : 1);
        long[] offsets = directory.values(tiled ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS);
        long[] counts = directory.values(tiled ? TiffTags.TILE_BYTE_COUNTS : TiffTags.STRIP_BYTE_COUNTS);
        if (offsets.length < number || counts.length < number) {
            throw new DamagedException("it has too few strips or tiles");
        }
        boolean plain = directory.value(TiffTags.COMPRESSION, UNCOMPRESSED) == UNCOMPRESSED;
        long rowBytes = divideUp(across * bits * (planar ? 1 : samples), 8);
        for (int i = 0; i < number; i++) {
            long rows = tiled ? down : Math.min(down, height - i % divideUp(height, down) * down);
            requireInside(offsets[i], counts[i], plain ? rowBytes * rows : 1);
        }
    }

    private void requireInside(long offset, long count, long least) throws DamagedException {
        // rows of subsampled colors may have less than a row has, but not nothing
        boolean enough = count >= 1 && (count >= least || directory.has(TiffTags.SUBSAMPLING));
        if (offset < 8 || !enough || count > fileLength || offset > fileLength - count) {
            throw new DamagedException("a strip or tile is not in the file");
        }
    }

    private long rowsPerStrip(long height) throws IOException {
        return Math.max(1, Math.min(height, directory.value(TiffTags.ROWS_PER_STRIP, height)));
    }

    private long side(int tag, long whole) throws IOException {
        long side = directory.value(tag, 0);
        if (side < 1 || side > Math.max(whole, 1) + 4096) {
            throw new DamagedException("its tiles have a side of " + side);
        }
        return side;
    }

    private static long divideUp(long value, long by) {
        return (value + by - 1) / by;
    }
}
