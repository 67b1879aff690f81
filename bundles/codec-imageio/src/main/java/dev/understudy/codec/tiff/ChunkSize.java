package dev.understudy.codec.tiff;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.meta.TiffDirectory;
import java.io.IOException;

/**
 * The size of the strips or tiles of a TIFF, all but the last of which have the same.
 *
 * @param tiled whether they are tiles
 * @param width columns
 * @param height rows
 * @param rowBytes bytes of a row of samples that are not compressed; of colors at lower resolution, of a row of blocks
 * @param blockHeight rows of a row of blocks, 1 where there are none
 */
record ChunkSize(boolean tiled, int width, int height, long rowBytes, int blockHeight) {

    private static final int MOST_BEYOND_IMAGE = 4096;

    /** The largest sectors that files are filled up to. */
    private static final int MOST_FILLING = 4096;
    /** Fewer bytes fill up a word. */
    private static final int LEAST_SURPLUS = 4;

    static ChunkSize of(TiffDirectory directory, SampleKind kind, int width, int height) throws IOException {
        boolean tiled = directory.has(TiffTags.TILE_WIDTH) && directory.has(TiffTags.TILE_HEIGHT);
        int across = tiled ? side(directory.value(TiffTags.TILE_WIDTH, 0), width) : width;
        int down = tiled
                ? side(directory.value(TiffTags.TILE_HEIGHT, 0), height)
                : (int) Math.max(1, Math.min(height, directory.value(TiffTags.ROWS_PER_STRIP, height)));
        if (kind.photometric() != Photometric.YCBCR || kind.coding().isJpeg()) {
            long samples = kind.planar() ? 1 : kind.samples();
            return new ChunkSize(tiled, across, down, divideUp(across * samples * kind.bits(), 8), 1);
        }
        long[] block = directory.values(TiffTags.SUBSAMPLING, 2);
        int blockWidth = block.length < 2 ? 2 : factor(block[0]);
        int blockHeight = block.length < 2 ? 2 : factor(block[1]);
        long blockBytes = divideUp((blockWidth * blockHeight + 2L) * kind.bits(), 8);
        return new ChunkSize(tiled, across, down, divideUp(across, blockWidth) * blockBytes, blockHeight);
    }

    /** The size with more columns in as many bytes. */
    ChunkSize widened(int times) {
        return new ChunkSize(tiled, width * times, height, rowBytes, blockHeight);
    }

    /** Bytes of so many rows of samples that are not compressed. */
    long bytes(int rows) {
        return divideUp(rows, blockHeight) * rowBytes;
    }

    /**
     * Fails when bytes are those of an image of another size or kind: more than so many rows have, and not those of the last strip filled
     * up, but whole rows, or as many rows of another length, or more than what fills up a sector. Of colors at lower resolution, programs
     * count in several ways.
     *
     * @param rows how many rows of a strip or tile are in the image; those of a tile beyond the image are its own
     */
    void requireOwn(long bytes, int rows) throws DamagedException {
        int own = tiled ? height : rows;
        long needed = bytes(own);
        if (blockHeight == 1
                && bytes >= needed + LEAST_SURPLUS
                && bytes != bytes(height)
                && (bytes > needed + MOST_FILLING || bytes % rowBytes == 0 || bytes % own == 0)) {
            throw new DamagedException("a strip or tile has " + bytes + " bytes, but needs " + bytes(rows));
        }
    }

    private static int side(long side, int image) throws DamagedException {
        if (side < 1 || side > image + (long) MOST_BEYOND_IMAGE) {
            throw new DamagedException("its tiles have a side of " + side);
        }
        return (int) side;
    }

    private static int factor(long subsampling) throws DamagedException {
        if (subsampling != 1 && subsampling != 2 && subsampling != 4) {
            throw new DamagedException("colors at 1/" + subsampling + " of the resolution do not exist");
        }
        return (int) subsampling;
    }

    private static long divideUp(long value, long by) {
        return (value + by - 1) / by;
    }
}
