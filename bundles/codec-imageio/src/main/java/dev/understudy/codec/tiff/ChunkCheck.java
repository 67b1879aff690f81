package dev.understudy.codec.tiff;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Looks for damage in compressed samples that the library goes over. To be closed. */
final class ChunkCheck implements AutoCloseable {

    private static final int BUFFER = 1 << 14;
    /** By how much deflated samples may be longer than they have to be. */
    private static final int MOST_TOO_LONG = 16;

    /** Of a run's first byte: nothing. */
    private static final int NO_RUN = 128;

    /** Number of bytes in a row that are not the same by chance. */
    private static final int ALIKE = 4;

    private final TiffFile file;
    private final Input input;
    private final boolean lowestFirst;
    /** One for all: there may be very many of very few bytes. */
    private final Inflater inflater = new Inflater();

    private final LzwCheck lzw;
    private final byte[] deflated = new byte[BUFFER];
    private final byte[] inflated = new byte[BUFFER];

    ChunkCheck(TiffFile file, Input input) throws IOException {
        this.file = file;
        this.input = input;
        this.lowestFirst = file.kind().lowestFirst(file.directory());
        this.lzw = new LzwCheck(input, lowestFirst);
    }

    @Override
    public void close() {
        inflater.end();
    }

    /**
     * Checks a strip or tile.
     *
     * @param rows how many rows of it are in the image
     * @throws DamagedException when samples are missing or cannot be right
     */
    void check(long offset, long count, int rows) throws IOException {
        ChunkSize size = file.chunks().size();
        switch (file.kind().coding()) {
            case DEFLATE -> checkDeflated(offset, count, size, rows);
            case JPEG -> new JpegCheck(file).check(input, offset, count, rows);
            case LZW -> size.requireOwn(lzw.check(offset, count, size, rows), rows);
            case PACKBITS -> checkRuns(offset, count, size, rows);
            default -> {
                // the library notices, or nobody can
            }
        }
    }

    /** Inflates it all, since a checksum follows. There may be more rows than are wanted. */
    private void checkDeflated(long offset, long count, ChunkSize size, int rows) throws IOException {
        long most = MOST_TOO_LONG * size.bytes(size.height()) + BUFFER;
        long left = count;
        inflater.reset();
        input.seek(offset);
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int read = read((int) Math.min(BUFFER, left));
                    if (read <= 0 && inflater.getBytesWritten() == size.bytes(rows)) {
                        return; // only the checksum is missing
                    }
                    requireDeflated(read > 0);
                    inflater.setInput(deflated, 0, read);
                    left -= read;
                }
                inflater.inflate(inflated);
                requireDeflated(!inflater.needsDictionary() && inflater.getBytesWritten() <= most);
            }
            size.requireOwn(inflater.getBytesWritten(), rows);
        } catch (DataFormatException e) {
            throw new DamagedException("deflated samples are damaged: " + e.getMessage());
        }
    }

    private static void requireDeflated(boolean sound) throws DamagedException {
        if (!sound) {
            throw new DamagedException("deflated samples are damaged: their end is missing");
        }
    }

    private int read(int count) throws IOException {
        int read = input.read(deflated, 0, count);
        for (int i = 0; i < read && lowestFirst; i++) {
            deflated[i] = (byte) (Integer.reverse(deflated[i]) >>> 24);
        }
        return read;
    }

    /** Adds up runs, of which one has to end where the samples end. */
    private void checkRuns(long offset, long count, ChunkSize size, int rows) throws IOException {
        long wanted = size.bytes(rows);
        long length = 0;
        long left = count;
        input.seek(offset);
        while (length < wanted) {
            int code = left > 0 ? input.read() : -1;
            if (code < 0) {
                throw new DamagedException("its runs end too early");
            }
            int first = runStart(code);
            input.skipBytes(stored(first));
            left -= 1 + stored(first);
            length += unpacked(first);
        }
        if (length > wanted || left < 0) {
            throw new DamagedException("its runs are longer than its rows");
        }
        if (count - left >= ALIKE && left >= ALIKE && areAlike(offset + count - left - ALIKE)) {
            throw new DamagedException("its last runs are of the bytes that are left over");
        }
        requireNoRows(offset + count - left, left, length, size, rows);
    }

    /** Fails when what is left over behind the runs are those of more rows, each of which has runs of its own; zeros are filling. */
    private void requireNoRows(long start, long count, long done, ChunkSize size, int rows) throws IOException {
        long length = done;
        long left = count;
        boolean zeros = true;
        boolean apart = true;
        input.seek(start);
        while (left > 0 && apart && length <= size.bytes(size.height()) * MOST_TOO_LONG) {
            int first = runStart(input.read());
            input.skipBytes(stored(first));
            left -= 1 + stored(first);
            long end = length + unpacked(first);
            zeros &= first == 0;
            apart = end / size.rowBytes() == length / size.rowBytes() || end % size.rowBytes() == 0;
            length = end;
        }
        if (left == 0 && apart && !zeros) {
            size.requireOwn(length, rows);
        }
    }

    private int runStart(int code) {
        return lowestFirst ? Integer.reverse(code) >>> 24 : code;
    }

    /** How many bytes a run has in the file behind its first one. */
    private static int stored(int first) {
        return first < NO_RUN ? first + 1 : first > NO_RUN ? 1 : 0;
    }

    /** How many bytes a run comes to. */
    private static int unpacked(int first) {
        return first < NO_RUN ? first + 1 : first > NO_RUN ? 2 * NO_RUN + 1 - first : 0;
    }

    /** Whether bytes on both sides of the end of the runs are the same: then these have come over the file, and are no filling. */
    private boolean areAlike(long start) throws IOException {
        byte[] bytes = input.bytes(start, 2L * ALIKE);
        for (byte value : bytes) {
            if (value != bytes[0]) {
                return false;
            }
        }
        return true;
    }
}
