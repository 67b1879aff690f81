package dev.understudy.codec.png;

import dev.understudy.image.IdleProcessors;
import dev.understudy.image.PartLoop;
import dev.understudy.image.Plane;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Rows of planes that are filtered and deflated strip by strip, with the help of idle processors. All strips together are one zlib
 * stream.
 *
 * <p>Source: RFC 1950.
 */
final class FilteredStrips {

    /** The bytes of a strip, if a row has no more. */
    private static final int STRIP = 192 * 1024;

    /** How many strips are kept before they are written. */
    private static final int TOGETHER = 16;

    /** As many strips take as much memory as the rest of what each thread needs. */
    private static final int BESIDE = 8;

    private static final int MOST_BANDS = 4;

    private static final byte[] HEADER = {0x78, 0x01};

    private final List<Plane> planes;
    private final int width;
    private final int height;
    private final int rowLength;
    private final int rowsOfStrip;

    /** Strips of planes of the same size. */
    FilteredStrips(List<Plane> planes) {
        this.planes = planes;
        width = planes.get(0).width();
        height = planes.get(0).height();
        rowLength = Math.addExact(Math.multiplyExact(width, planes.size()), 1);
        rowsOfStrip = Math.min(height, Math.max(1, STRIP / rowLength));
    }

    /** Bytes that are taken at most, helpers included. */
    static long memory(int width) {
        return (TOGETHER + BESIDE) * Math.max(STRIP, (long) MOST_BANDS * width + 1);
    }

    /** A strip that is deflated, and the check sum of what it was before. */
    private record Strip(byte[] deflated, long sum) {}

    /** Writes the stream, and leaves open what it is written to. */
    void write(OutputStream target, IdleProcessors processors) throws IOException {
        target.write(HEADER);
        StripSum sum = new StripSum();
        int count = (height + rowsOfStrip - 1) / rowsOfStrip;
        Strip[] strips = new Strip[Math.min(count, TOGETHER)];
        for (int first = 0; first < count; first += TOGETHER) {
            int from = first;
            int parts = Math.min(TOGETHER, count - first);
            PartLoop.run(processors, parts, () -> worker(from, strips));
            for (int i = 0; i < parts; i++) {
                target.write(strips[i].deflated());
                sum.add(strips[i].sum(), rows(first + i) * rowLength);
            }
        }
        target.write(ByteBuffer.allocate(Integer.BYTES).putInt(sum.value()).array());
    }

    private int rows(int strip) {
        return Math.min(rowsOfStrip, height - strip * rowsOfStrip);
    }

    private PartLoop.Worker worker(int first, Strip[] strips) {
        RowFilter filter = new RowFilter(width, planes.size());
        byte[] filtered = new byte[Math.multiplyExact(rowsOfStrip, rowLength)];
        return part -> {
            int top = (first + part) * rowsOfStrip;
            int rows = rows(first + part);
            filter.begin(planes, top);
            for (int row = 0; row < rows; row++) {
                filter.filter(planes, top + row, filtered, row * rowLength);
            }
            int length = rows * rowLength;
            try (StripDeflater deflater = new StripDeflater()) {
                byte[] deflated = deflater.deflate(filtered, length, top + rows == height);
                strips[part] = new Strip(deflated, StripSum.of(filtered, length));
            }
        };
    }
}
