package dev.understudy.codec.bmp;

import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The samples of a bitmap as they are stored.
 *
 * @param start where they begin in the file
 * @param length bytes
 * @param runPixels how many pixels a byte of run-length codes stands for, 1 or 2; 0 for samples without compression
 */
record BmpSampleData(long start, long length, int runPixels) {

    /** A file from which more is missing is not worth the memory for its image. */
    private static final int MOST_MISSING = 1000;

    private static final int LONGEST_PADDING = 1 << 24;

    private long end() {
        return start + length;
    }

    /** Fails unless the file is long enough. */
    void requireInside(Input input) throws DamagedException {
        if (end() > input.length()) {
            throw new DamagedException("the file ends too early");
        }
    }

    /** The file as the decoder takes it: without compression, the size that it notes of itself does not matter. */
    List<InputSegment> sized(Input input) {
        if (runPixels > 0) {
            return List.of(new InputSegment.OfFile(0, input.length()));
        }
        int size = (int) Math.min(input.length(), Integer.MAX_VALUE);
        ByteBuffer written =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, size);
        return List.of(
                new InputSegment.OfFile(0, 2),
                new InputSegment.InMemory(written),
                new InputSegment.OfFile(6, input.length() - 6));
    }

    /** Fails unless there is something for every row; without compression that is a matter of length. */
    void requireRows(int height, Input input) throws IOException {
        if (runPixels > 0) {
            input.seek(start);
            new RunLengths(input, end(), runPixels).requireRows(height);
        }
    }

    /** A file that is cut short, mended so that run-length codes end where it does. */
    List<InputSegment> mended(Input input) throws DamagedException {
        DimensionChecks.requirePlausible(length, input.length(), MOST_MISSING);
        InputSegment file = new InputSegment.OfFile(0, input.length());
        long missing = end() - input.length();
        if (runPixels == 0 || missing <= 0) {
            return List.of(file);
        }
        if (missing > LONGEST_PADDING) {
            throw new DamagedException("the file ends too early");
        }
        byte[] padding = new byte[(int) missing];
        // the mark of the end is a zero and a one; codes are pairs of bytes
        for (int i = (int) (input.length() - start & 1) + 1; i < padding.length; i += 2) {
            padding[i] = 1;
        }
        return List.of(file, new InputSegment.InMemory(ByteBuffer.wrap(padding)));
    }
}
