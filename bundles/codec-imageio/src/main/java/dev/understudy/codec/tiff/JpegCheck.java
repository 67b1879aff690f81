package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.DamageListener;
import dev.understudy.codec.guard.JdkPlugins;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Looks for damage in a JPEG image that is a strip or tile of a TIFF, to its end, which the library does not read to. */
final class JpegCheck {

    private static final int MARKER = 2;
    /** Rows of a block of samples; of two at most where color is at half the resolution. */
    private static final int BLOCK = 8;

    private static final ByteBuffer START = ByteBuffer.wrap(new byte[] {(byte) 0xff, (byte) 0xd8});
    private static final ByteBuffer END = ByteBuffer.wrap(new byte[] {(byte) 0xff, (byte) 0xd9});

    private final TiffFile file;

    JpegCheck(TiffFile file) {
        this.file = file;
    }

    /**
     * Checks a strip or tile.
     *
     * @param rows how many rows of it are in the image
     * @throws DamagedException when it is smaller than that, of other samples, or damaged
     */
    void check(Input input, long offset, long count, int rows) throws IOException {
        ImageReader reader = JdkPlugins.reader("jpeg").createReaderInstance();
        try (Input data = input.of(segments(file, offset, count))) {
            DamageListener damage = new DamageListener();
            reader.addIIOReadWarningListener(damage);
            reader.setInput(data, true, true);
            int height = reader.getHeight(0);
            requireSize(file, reader.getWidth(0), height, rows);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(0, 0, 1, height)); // decodes all of each row, but keeps little
            requireComponents(file, reader.readRaster(0, param).getNumBands());
            damage.check();
        } finally {
            reader.dispose();
        }
    }

    /** Fails when the image of a strip or tile is smaller than what the TIFF shows of it, or larger than it may be. */
    static void requireSize(TiffFile file, int width, int height, int rows) throws DamagedException {
        int columns = Math.min(file.width(), file.chunks().size().width());
        if (width < columns || height < rows) {
            throw new DamagedException("the JPEG image of a strip or tile is too small");
        }
        ChunkSize size = file.chunks().size();
        if (width > size.width() || (size.tiled() ? height > size.height() : isOfMoreRows(height, rows, size))) {
            throw new DamagedException("the JPEG image of a strip or tile is too large");
        }
    }

    /** Whether the rows of a strip's image are neither its own, nor those of the others, nor its own filled up to whole blocks. */
    private static boolean isOfMoreRows(int height, int rows, ChunkSize size) {
        boolean filled = height % BLOCK == 0 && height < rows + 2 * BLOCK;
        return height != rows && height != size.height() && !filled;
    }

    /** Fails when the image of a strip or tile has not the samples that the TIFF says, which the library would mix up. */
    static void requireComponents(TiffFile file, int components) throws DamagedException {
        if (components != file.kind().samples()) {
            throw new DamagedException("the JPEG image of a strip or tile has " + components + " components, and not "
                    + file.kind().samples());
        }
    }

    /** The tables that all strips or tiles share, and one of them; its own end is not needed. */
    static List<InputSegment> segments(TiffFile file, long offset, long count) throws IOException {
        List<InputSegment> segments = new ArrayList<>();
        byte[] tables = file.directory().bytes(TiffTags.JPEG_TABLES);
        if (tables == null || tables.length <= 2 * MARKER) {
            segments.add(new InputSegment.InMemory(START));
        } else {
            segments.add(new InputSegment.InMemory(ByteBuffer.wrap(tables).slice(0, tables.length - MARKER)));
        }
        segments.add(new InputSegment.OfFile(offset + MARKER, Math.max(0, count - MARKER)));
        segments.add(new InputSegment.InMemory(END));
        return segments;
    }
}
