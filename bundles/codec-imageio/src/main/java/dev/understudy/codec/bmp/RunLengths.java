package dev.understudy.codec.bmp;

import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;

/**
 * Walks through run-length codes: the decoder takes whatever ends too early for an image whose rest is empty. Codes must
 * reach the last row and be ended.
 *
 * <p>Source: Microsoft's page on bitmap compression.
 */
final class RunLengths {

    private static final int END_OF_ROW = 0;
    private static final int END = 1;
    private static final int MOVE = 2;

    private final Input input;
    private final long end;
    private final int pixelsOfByte;

    /**
     * Codes.
     *
     * @param input stands at their beginning
     * @param end the position behind them
     * @param pixelsOfByte 1 or 2
     */
    RunLengths(Input input, long end, int pixelsOfByte) {
        this.input = input;
        this.end = end;
        this.pixelsOfByte = pixelsOfByte;
    }

    /** Fails unless the codes make so many rows. */
    void requireRows(int height) throws IOException {
        int row = 0;
        while (row < height) {
            if (input.getStreamPosition() + 2 > end) {
                throw new DamagedException("its samples end too early");
            }
            int count = input.readUnsignedByte();
            int code = input.readUnsignedByte();
            if (count > 0 || code == END_OF_ROW) {
                row += count > 0 ? 0 : 1;
            } else if (code == END) {
                requireLast(row, height);
                return;
            } else if (code == MOVE) {
                input.readUnsignedByte();
                row += input.readUnsignedByte();
            } else {
                skipSamples(code);
            }
        }
    }

    private static void requireLast(int row, int height) throws DamagedException {
        if (row < height - 1) {
            throw new DamagedException("its samples end in row " + row + " of " + height);
        }
    }

    /** Skips samples that are stored as they are, padded to an even number of bytes. */
    private void skipSamples(int pixels) throws IOException {
        int bytes = (pixels + pixelsOfByte - 1) / pixelsOfByte;
        input.seek(input.getStreamPosition() + bytes + (bytes & 1));
    }
}
