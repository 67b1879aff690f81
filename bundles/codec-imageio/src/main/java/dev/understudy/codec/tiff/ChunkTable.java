package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.TiffDirectory;
import java.io.IOException;
import java.util.Arrays;

/**
 * Where the strips or tiles of a TIFF are. The library does not look whether they are all there. Where the directory does not
 * say how long one is, or says what cannot be, it goes as far as it can, as with libtiff: compressed samples say themselves
 * where they end.
 */
final class ChunkTable {

    /** As many as an image of the largest size has in tiles of 8 x 8 pixels. */
    private static final int MAX_CHUNKS = 1 << 22;

    private static final int HEADER = 8;

    private final ChunkSize size;
    private final int across;
    private final int down;
    private final int imageHeight;
    private final long[] offsets;
    private final long[] counts;

    private ChunkTable(ChunkSize size, int across, int down, int imageHeight, long[] offsets, long[] counts) {
        this.size = size;
        this.across = across;
        this.down = down;
        this.imageHeight = imageHeight;
        this.offsets = offsets;
        this.counts = counts;
    }

    /**
     * Reads the table.
     *
     * @param kind the kind of the samples
     * @param input the file
     * @param whole whether all strips and tiles have to be there; else what is not there of them is left out
     */
    static ChunkTable read(TiffDirectory directory, SampleKind kind, int width, int height, Input input, boolean whole)
            throws IOException {
        ChunkSize size = ChunkSize.of(directory, kind, width, height);
        int across = (width - 1) / size.width() + 1;
        int down = (height - 1) / size.height() + 1;
        long number = (long) across * down * (kind.planar() ? kind.samples() : 1);
        if (number > MAX_CHUNKS) {
            throw new UnsupportedException(number + " strips or tiles; the limit is " + MAX_CHUNKS);
        }
        long[] offsets =
                directory.values(tag(directory, size, TiffTags.TILE_OFFSETS, TiffTags.STRIP_OFFSETS), (int) number);
        long[] counts = directory.values(
                tag(directory, size, TiffTags.TILE_BYTE_COUNTS, TiffTags.STRIP_BYTE_COUNTS), (int) number);
        if (offsets.length < number) {
            throw new DamagedException("it has too few strips or tiles");
        }
        if (whole && !size.tiled()) {
            requireNumber(directory, number);
        }
        ChunkTable table = new ChunkTable(size, across, down, height, offsets, Arrays.copyOf(counts, (int) number));
        if (kind.coding() == Coding.NONE) {
            table.countRows(input, whole);
            if (whole) {
                FieldChecks.requireApart(directory, table.offsets, table.counts);
            }
        } else {
            table.countToEnds(input, whole);
            if (whole && kind.coding() != Coding.OLD_JPEG) {
                FieldChecks.requireOneLength(table.offsets, table.counts);
            }
        }
        return table;
    }

    /** Fails when there are more strips than the image has rows for, and their places and lengths agree on that. */
    private static void requireNumber(TiffDirectory directory, long number) throws DamagedException {
        long places = directory.count(TiffTags.STRIP_OFFSETS);
        if (places > number && directory.count(TiffTags.STRIP_BYTE_COUNTS) == places) {
            throw new DamagedException("it has " + places + " strips, but needs " + number);
        }
    }

    /** Some writers name tiles as strips. */
    private static int tag(TiffDirectory directory, ChunkSize size, int ofTiles, int ofStrips) {
        int right = size.tiled() ? ofTiles : ofStrips;
        int other = size.tiled() ? ofStrips : ofTiles;
        return directory.has(right) ? right : other;
    }

    /** Samples that are not compressed are as long as they have to be. */
    private void countRows(Input input, boolean whole) throws DamagedException {
        boolean estimated = false;
        for (int i = 0; i < offsets.length; i++) {
            int rows = rows(i / across % down);
            long needed = size.bytes(rows);
            boolean usable = counts[i] >= needed || counts[i] == 0 || offsets.length == 1;
            if (!usable && whole) {
                throw new DamagedException("a strip or tile has " + counts[i] + " bytes, but needs " + needed);
            }
            boolean inFile = counts[i] <= input.length() - offsets[i];
            if (whole && inFile) {
                size.requireOwn(counts[i], rows);
            }
            estimated |= counts[i] < needed || !inFile;
            set(i, usable ? needed : counts[i], input.length(), whole);
        }
        forgive(estimated, input);
    }

    private static void forgive(boolean estimated, Input input) {
        if (estimated) {
            input.forgive("the lengths of its strips or tiles are missing or wrong");
        }
    }

    /** Compressed samples end with the file or where others begin, at the latest. */
    private void countToEnds(Input input, boolean whole) throws DamagedException {
        long length = input.length();
        long[] starts = offsets.clone();
        Arrays.sort(starts);
        boolean estimated = false;
        for (int i = 0; i < offsets.length; i++) {
            long count = counts[i];
            if (count == 0 || count > length - offsets[i]) {
                estimated = true;
                count = next(starts, offsets[i], length) - offsets[i];
            }
            set(i, count, length, whole);
        }
        forgive(estimated, input);
    }

    private static long next(long[] starts, long offset, long length) {
        int at = Arrays.binarySearch(starts, offset + 1);
        int after = at < 0 ? -at - 1 : at;
        return after < starts.length ? Math.min(length, starts[after]) : length;
    }

    private void set(int chunk, long count, long length, boolean whole) throws DamagedException {
        long offset = offsets[chunk];
        if (whole && (offset < HEADER || count < 1 || offset > length - count)) {
            throw new DamagedException("a strip or tile is not in the file");
        }
        counts[chunk] = offset < HEADER ? 0 : Math.max(0, Math.min(count, length - offset));
    }

    /** The same strips or tiles of an image so many times as wide, whose rows have as many bytes. */
    ChunkTable widened(int times) {
        return new ChunkTable(size.widened(times), across, down, imageHeight, offsets, counts);
    }

    /** The strips or tiles of one of the planes. */
    ChunkTable plane(int plane) {
        int from = index(plane, 0, 0);
        int to = index(plane + 1, 0, 0);
        return new ChunkTable(
                size,
                across,
                down,
                imageHeight,
                Arrays.copyOfRange(offsets, from, to),
                Arrays.copyOfRange(counts, from, to));
    }

    /** The size of all strips or tiles but the last ones. */
    ChunkSize size() {
        return size;
    }

    /** How many are beside each other; 1 for strips. */
    int across() {
        return across;
    }

    /** How many are below each other. */
    int down() {
        return down;
    }

    /** The planes of samples that are apart from each other. */
    int planes() {
        return offsets.length / across / down;
    }

    /** The rows of the image in a row of strips or tiles. */
    int rows(int row) {
        return Math.min(size.height(), imageHeight - row * size.height());
    }

    /** The index of a strip or tile. */
    int index(int plane, int row, int column) {
        return (plane * down + row) * across + column;
    }

    /** Where a strip or tile begins. */
    long offset(int index) {
        return offsets[index];
    }

    /** How many bytes of a strip or tile there are. */
    long count(int index) {
        return counts[index];
    }
}
