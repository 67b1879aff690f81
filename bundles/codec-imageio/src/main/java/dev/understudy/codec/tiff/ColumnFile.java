package dev.understudy.codec.tiff;

import dev.understudy.codec.facsimile.FacsimileDecoder;
import dev.understudy.codec.facsimile.FacsimileScheme;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import dev.understudy.codec.meta.TiffDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A TIFF of some strips of another one, or of some tiles that are below each other, which are its strips. The library reads it
 * as it should, whatever it would make of the other file: it cannot cut parts out of tiles, takes wrong sizes for right, and
 * does not notice damage in facsimile codes, which are decoded here.
 */
final class ColumnFile {

    private static final int HEADER = 8;
    private static final long MAX_LENGTH = 0xffffffffL;
    private static final int MAGIC = 42;
    private static final int MAX_CLASSIC_TYPE = 13;

    private final TiffFile file;
    private final Input input;
    private final boolean whole;
    private final int column;
    private final int firstRow;
    private final int rows;
    private final List<Strip> strips = new ArrayList<>();

    /** A strip or tile of the other file, and what becomes of it. */
    private record Strip(int position, long offset, InputSegment samples) {}

    private ColumnFile(TiffFile file, Input input, boolean whole, int column, int firstRow, int rows) {
        this.file = file;
        this.input = input;
        this.whole = whole;
        this.column = column;
        this.firstRow = firstRow;
        this.rows = rows;
    }

    /**
     * The file of a column, or of what there is of it.
     *
     * @param file what the directory of the other file says
     * @param input the other file
     * @param column the column of tiles, 0 for strips
     * @param firstRow the first row of strips or tiles
     * @param rows how many rows of them
     * @throws IOException when samples are damaged
     */
    static List<InputSegment> of(TiffFile file, Input input, int column, int firstRow, int rows) throws IOException {
        return new ColumnFile(file, input, true, column, firstRow, rows).segments();
    }

    /** The file of a column, without samples that are not there or damaged. */
    static List<InputSegment> salvage(TiffFile file, Input input, int column, int firstRow, int rows)
            throws IOException {
        return new ColumnFile(file, input, false, column, firstRow, rows).segments();
    }

    private List<InputSegment> segments() throws IOException {
        ChunkTable chunks = file.chunks();
        boolean complete = true;
        try (ChunkCheck check = new ChunkCheck(file, input)) {
            for (int plane = 0; plane < chunks.planes(); plane++) {
                for (int row = firstRow; row < firstRow + rows && complete; row++) {
                    complete = addStrip(chunks.index(plane, row, column), row, check);
                }
            }
        }
        // what ends with the file comes last: the library does not look how long samples are that are not compressed
        strips.sort(Comparator.comparing(Strip::offset));
        return laidOut(chunks.planes() * rows);
    }

    /** Adds a strip; returns whether the library is to read on behind it. */
    private boolean addStrip(int index, int row, ChunkCheck check) throws IOException {
        ChunkTable chunks = file.chunks();
        long count = chunks.count(index);
        InputSegment samples = new InputSegment.OfFile(chunks.offset(index), count);
        boolean complete = true;
        if (file.kind().coding() == Coding.FACSIMILE) {
            byte[] decoded = facsimile(chunks.offset(index), count, chunks.rows(row));
            samples = new InputSegment.InMemory(ByteBuffer.wrap(decoded));
            complete = decoded.length == chunks.size().bytes(chunks.rows(row));
        } else if (whole) {
            check.check(chunks.offset(index), count, chunks.rows(row));
        }
        strips.add(new Strip(strips.size(), chunks.offset(index), samples));
        return complete;
    }

    private byte[] facsimile(long offset, long count, int height) throws IOException {
        FacsimileScheme scheme = file.kind().facsimile(file.directory());
        int width = file.chunks().size().width();
        input.seek(offset);
        return whole
                ? FacsimileDecoder.decode(input, count, scheme, width, height)
                : FacsimileDecoder.salvage(input, count, scheme, width, height);
    }

    private List<InputSegment> laidOut(int number) throws IOException {
        int start = HEADER + directory(new long[number], new long[number]).length();
        long[] offsets = new long[number];
        long[] counts = new long[number];
        long end = start;
        List<InputSegment> segments = new ArrayList<>();
        for (Strip strip : strips) {
            offsets[strip.position] = end;
            counts[strip.position] = strip.samples.length();
            segments.add(strip.samples);
            end += strip.samples.length();
        }
        for (int i = 0; i < number; i++) {
            if (counts[i] == 0) {
                offsets[i] = end;
                counts[i] = 1; // if any is 0, the library takes all of them for wrong
            }
        }
        if (end > MAX_LENGTH) {
            throw new UnsupportedException("strips or tiles of more than 4 GB");
        }
        ByteBuffer head = ByteBuffer.allocate(start).order(file.directory().order());
        head.putShort((short) (head.order() == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
        head.putShort((short) MAGIC).putInt(HEADER);
        directory(offsets, counts).writeTo(head);
        segments.add(0, new InputSegment.InMemory(head));
        return segments;
    }

    private DirectoryWriter directory(long[] offsets, long[] counts) throws IOException {
        TiffDirectory from = file.directory();
        SampleKind kind = file.kind();
        ChunkSize size = file.chunks().size();
        boolean decoded = kind.coding() == Coding.FACSIMILE;
        DirectoryWriter directory = new DirectoryWriter(from.order());
        directory.whole(TiffTags.WIDTH, size.width());
        directory.whole(
                TiffTags.HEIGHT, (rows - 1) * size.height() + file.chunks().rows(firstRow + rows - 1));
        directory.shorts(TiffTags.BITS_PER_SAMPLE, kind.bits(), kind.samples());
        directory.shorts(TiffTags.COMPRESSION, decoded ? 1 : (int) from.value(TiffTags.COMPRESSION, 1), 1);
        Photometric photometric = kind.photometric().isLab() ? Photometric.RGB : kind.photometric();
        directory.shorts(TiffTags.PHOTOMETRIC, photometric.value(), 1);
        directory.shorts(TiffTags.FILL_ORDER, decoded || !kind.lowestFirst(from) ? 1 : 2, 1);
        directory.longs(TiffTags.STRIP_OFFSETS, offsets);
        directory.shorts(TiffTags.SAMPLES_PER_PIXEL, kind.samples(), 1);
        directory.whole(TiffTags.ROWS_PER_STRIP, size.height());
        directory.longs(TiffTags.STRIP_BYTE_COUNTS, counts);
        directory.shorts(TiffTags.PLANAR_CONFIGURATION, kind.planar() ? 2 : 1, 1);
        copyShorts(directory, TiffTags.PREDICTOR, TiffTags.COLOR_MAP);
        if (kind.samples() > kind.photometric().stored()) {
            copyShorts(directory, TiffTags.EXTRA_SAMPLES);
        }
        if (from.has(TiffTags.SAMPLE_FORMAT)) {
            directory.shorts(TiffTags.SAMPLE_FORMAT, (int) from.value(TiffTags.SAMPLE_FORMAT, 1), kind.samples());
        }
        byte[] tables = from.bytes(TiffTags.JPEG_TABLES);
        if (tables != null) {
            directory.bytes(TiffTags.JPEG_TABLES, tables);
        }
        copyRaw(directory, TiffTags.YCBCR_COEFFICIENTS);
        copyShorts(directory, TiffTags.SUBSAMPLING, TiffTags.YCBCR_POSITIONING);
        copyRaw(directory, TiffTags.REFERENCE_BLACK_WHITE);
        return directory;
    }

    private void copyShorts(DirectoryWriter directory, int... tags) throws IOException {
        for (int tag : tags) {
            if (file.directory().has(tag)) {
                directory.shorts(tag, file.directory().values(tag));
            }
        }
    }

    private void copyRaw(DirectoryWriter directory, int tag) throws IOException {
        byte[] bytes = file.directory().bytes(tag);
        int type = file.directory().type(tag);
        if (bytes != null && type <= MAX_CLASSIC_TYPE) {
            directory.raw(tag, type, (int) file.directory().count(tag), bytes);
        }
    }
}
