package dev.understudy.codec.bmp;

import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.DecodedMask;
import dev.understudy.image.Plane;
import java.io.EOFException;
import java.io.IOException;

/**
 * Decodes run-length codes of indexes. They may end before the last pixel, if they say so and are where the header says; the pixels
 * that they leave out have the first color, as with other readers.
 *
 * <p>Source: Microsoft's page on bitmap compression.
 */
final class RunLengths {

    private static final int END_OF_ROW = 0;
    private static final int END = 1;
    private static final int MOVE = 2;
    /** Pixels of a byte at most. */
    private static final int BEST_RATIO = 255;
    /** Pixels of half a byte that fill a row up to whole words. */
    private static final int MOST_PADDING = 7;

    private final BmpHeader header;
    private final Input input;
    private final Plane indexes;
    /** The place of the next pixel; rows are counted as they are stored. */
    private int x;

    private int row;
    private boolean ended;
    /** Whether pixels have been left out, or more codes than a row has pixels. */
    private boolean uneven;

    RunLengths(BmpHeader header, Input input) throws DamagedException {
        this.header = header;
        this.input = input;
        long pixels = (long) header.width() * header.height();
        DimensionChecks.requirePlausible(pixels, input.length() - header.start(), BEST_RATIO);
        indexes = Plane.blank(header.width(), header.height());
    }

    /** The indexes of all pixels, when they have been decoded. */
    Plane indexes() {
        return indexes;
    }

    /**
     * Decodes all pixels, or as many as there are before damage.
     *
     * @throws DamagedException when codes are missing
     */
    void decode() throws IOException {
        input.seek(header.start());
        try {
            while (!ended && row < header.height()) {
                decodeNext();
            }
        } catch (EOFException e) {
            if (!isFull()) {
                throw new DamagedException("its codes end in row " + row + " of " + header.height());
            }
        }
        boolean leavesOut = uneven || !isFull();
        if (ended || isEndNext()) {
            if (leavesOut && (isLengthWrong() || header.start() > header.headEnd())) {
                throw new DamagedException("its codes leave pixels out, and are not where its header says");
            }
        } else {
            if (leavesOut) {
                throw new DamagedException("its codes do not fill its rows and have no end");
            }
            input.forgive("its codes have no end");
        }
    }

    /** Whether the header says how long the codes are, and says it wrongly. */
    private boolean isLengthWrong() throws IOException {
        long length = input.getStreamPosition() - header.start();
        return header.imageSize() != 0 && header.imageSize() != length;
    }

    private boolean isFull() {
        return row >= header.height() || row == header.height() - 1 && x >= header.width();
    }

    private boolean isEndNext() throws IOException {
        return input.read() == 0 && input.read() == END;
    }

    private void decodeNext() throws IOException {
        int count = input.readUnsignedByte();
        int code = input.readUnsignedByte();
        if (count > 0) {
            for (int i = 0; i < count; i++) {
                put(header.bits() == 8 ? code : i % 2 == 0 ? code >> 4 : code & 0xf);
            }
        } else if (code == END_OF_ROW) {
            uneven |= x < header.width();
            x = 0;
            row++;
        } else if (code == END) {
            ended = true;
        } else if (code == MOVE) {
            int columns = input.readUnsignedByte();
            int rows = input.readUnsignedByte();
            uneven |= columns > 0 || rows > 0;
            x += columns;
            row += rows;
        } else {
            decodePlain(code);
        }
    }

    /** Pixels that are stored as they are, padded to an even number of bytes. */
    private void decodePlain(int count) throws IOException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            boolean upper = header.bits() == 8 || i % 2 == 0;
            value = upper ? input.readUnsignedByte() : value;
            put(header.bits() == 8 ? value : upper ? value >> 4 : value & 0xf);
        }
        int bytes = (count * header.bits() + 7) / 8;
        input.seek(input.getStreamPosition() + (bytes & 1));
    }

    private void put(int index) throws DamagedException {
        if (x < header.width() && row < header.height()) {
            indexes.samples()[header.row(row) * header.width() + x] = (byte) index;
        } else {
            uneven = true;
        }
        if (x > header.width() + MOST_PADDING) {
            throw new DamagedException("its codes run over a row");
        }
        x++;
    }

    /** The pixels up to the place where decoding has ended. */
    DecodedMask decoded() {
        DecodedMask decoded = DecodedMask.none(header.width(), header.height());
        int rows = ended ? header.height() : Math.min(row, header.height());
        for (int stored = 0; stored < rows; stored++) {
            decoded.add(header.row(stored), header.width());
        }
        if (rows < header.height()) {
            decoded.add(header.row(rows), Math.min(x, header.width()));
        }
        return decoded;
    }
}
