package dev.understudy.codec.tiff;

import dev.understudy.codec.io.FileBuffer;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a pyramid of tiles of 8 bits a sample, a page for each image and the largest first. Tiles come in any order, so that all images grow
 * at once; nothing but where they are is kept in memory. Until {@link #finish} the file has no header, and is no TIFF. It becomes BigTIFF where
 * positions in it need more than 32 bits.
 *
 * <p>Source: TIFF 6.0, sections 14 and 15; its technical note 2 on JPEG; the BigTIFF design.
 */
public final class TiffPyramidWriter {

    /** Where positions stop to have 32 bits. */
    public static final long BIG = 1L << 32;

    /** Enough for either kind. */
    private static final int HEADER = 16;

    private static final int BIG_ENDIAN_TIFF = 0x4d4d002a;
    private static final int BIG_ENDIAN_BIG_TIFF = 0x4d4d002b;
    private static final int EIGHT_BYTE_POSITIONS = 0x00080000;

    private final SeekableByteChannel file;
    private final PyramidShape shape;
    private final EncodeOptions options;
    private final Coding coding;
    private final @Nullable StoredTiles stored;
    private final long limit;
    private final ChunkCompressor compressor = new ChunkCompressor();
    private final List<long[]> offsets = new ArrayList<>();
    private final List<long[]> lengths = new ArrayList<>();
    private long end = HEADER;

    /**
     * A writer of an empty file.
     *
     * @param options for one of the formats of {@link TiffEncoder}
     * @param limit from which length on it is BigTIFF, {@link #BIG} or less
     */
    public TiffPyramidWriter(SeekableByteChannel file, PyramidShape shape, EncodeOptions options, long limit) {
        this(file, shape, options, limit, null);
    }

    /**
     * A writer of an empty file whose largest image has tiles that are there already.
     *
     * @param stored what these are; null to have them compressed as all others
     */
    public TiffPyramidWriter(
            SeekableByteChannel file,
            PyramidShape shape,
            EncodeOptions options,
            long limit,
            @Nullable StoredTiles stored) {
        this.stored = stored;
        this.file = file;
        this.shape = shape;
        this.options = options;
        this.coding = ChunkCompressor.coding(options.compression());
        this.limit = Math.min(limit, BIG);
        if ((coding == Coding.JPEG || stored != null) && shape.alpha()) {
            throw new IllegalArgumentException("JPEG has no alpha");
        }
        for (PixelSize size : shape.levels()) {
            int tiles = Math.multiplyExact(shape.tiles(size.width()), shape.tiles(size.height()));
            offsets.add(new long[tiles]);
            lengths.add(new long[tiles]);
        }
    }

    /** A compression of the tiles by its name: none, lzw, zip or jpeg. */
    public static Compression compression(String name) {
        return new TiffEncoder().formats().get(0).compression(name).orElseThrow();
    }

    /**
     * Writes a tile.
     *
     * @param level 0 for the largest image
     * @param tile the tile of full size in the color model of the pyramid; what is beyond the image's edges does not matter
     */
    public void write(int level, int column, int row, Pixels tile) throws IOException {
        if (tile.width() != shape.tile() || tile.height() != shape.tile()) {
            throw new IllegalArgumentException("a tile of " + tile.width() + "x" + tile.height());
        }
        if (level == 0 && stored != null) {
            throw new IllegalStateException("tiles of the largest image are there already");
        }
        FileBuffer bytes = new FileBuffer();
        compressor.write(ChunkCompressor.stored(tile, coding), coding, options, bytes);
        append(level, column, row, bytes.toByteArray());
    }

    /** Writes a tile of the largest image as it is. */
    public void writeStored(int column, int row, byte[] tile) throws IOException {
        if (stored == null) {
            throw new IllegalStateException("no tiles are there already");
        }
        append(0, column, row, tile);
    }

    private void append(int level, int column, int row, byte[] bytes) throws IOException {
        int index = row * shape.tiles(shape.levels().get(level).width()) + column;
        offsets.get(level)[index] = end;
        lengths.get(level)[index] = bytes.length;
        writeAt(end, ByteBuffer.wrap(bytes));
        end += bytes.length + (bytes.length & 1);
    }

    /**
     * Writes directories and header, once all tiles are written.
     *
     * @throws IllegalStateException when there is a tile that is not
     */
    public void finish() throws IOException {
        for (long[] written : offsets) {
            for (long offset : written) {
                if (offset == 0) {
                    throw new IllegalStateException("a tile is missing");
                }
            }
        }
        boolean big = end + total(directories(false)) >= limit;
        List<DirectoryWriter> directories = directories(big);
        long position = end;
        for (int level = 0; level < directories.size(); level++) {
            DirectoryWriter directory = directories.get(level);
            boolean last = level == directories.size() - 1;
            ByteBuffer bytes = ByteBuffer.allocate(directory.length());
            directory.writeTo(bytes, position, last ? 0 : position + bytes.capacity());
            writeAt(position, bytes.rewind());
            position += bytes.capacity();
        }
        writeAt(0, header(big));
    }

    private static long total(List<DirectoryWriter> directories) {
        return directories.stream().mapToLong(DirectoryWriter::length).sum();
    }

    private List<DirectoryWriter> directories(boolean big) {
        List<DirectoryWriter> directories = new ArrayList<>();
        for (int level = 0; level < offsets.size(); level++) {
            directories.add(LevelDirectory.of(
                    shape, options, level == 0 ? stored : null, level, offsets.get(level), lengths.get(level), big));
        }
        return directories;
    }

    private ByteBuffer header(boolean big) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (big) {
            header.putInt(BIG_ENDIAN_BIG_TIFF).putInt(EIGHT_BYTE_POSITIONS).putLong(end);
        } else {
            header.putInt(BIG_ENDIAN_TIFF).putInt((int) end);
        }
        return header.rewind();
    }

    private void writeAt(long position, ByteBuffer bytes) throws IOException {
        file.position(position);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
