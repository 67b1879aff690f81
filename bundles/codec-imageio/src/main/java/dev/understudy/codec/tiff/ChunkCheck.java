package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Looks for damage in compressed samples that the library goes over. */
final class ChunkCheck {

    private static final int BUFFER = 1 << 14;
    /** By how much deflated samples may be longer than they have to be. */
    private static final int MOST_TOO_LONG = 16;

    /** Of a run's first byte: nothing. */
    private static final int NO_RUN = 128;

    private final TiffFile file;
    private final boolean lowestFirst;

    ChunkCheck(TiffFile file) throws IOException {
        this.file = file;
        this.lowestFirst = file.kind().lowestFirst(file.directory());
    }

    /**
     * Checks a strip or tile.
     *
     * @param rows how many rows of it are in the image
     * @throws DamagedException when samples are missing or cannot be right
     */
    void check(Input input, long offset, long count, int rows) throws IOException {
        ChunkSize size = file.chunks().size();
        switch (file.kind().coding()) {
            case DEFLATE -> {
                try (Input data = input.part(offset, count)) {
                    checkDeflated(data, size, rows);
                }
            }
            case JPEG -> new JpegCheck(file).check(input, offset, count, rows);
            case PACKBITS -> {
                try (Input data = input.part(offset, count)) {
                    checkRuns(data, size.bytes(rows));
                }
            }
            default -> {
                // the library notices, or nobody can
            }
        }
    }

    /** Inflates it all, since a checksum follows. There may be more rows than are wanted. */
    private void checkDeflated(Input data, ChunkSize size, int rows) throws IOException {
        long most = MOST_TOO_LONG * size.bytes(size.height()) + BUFFER;
        Inflater inflater = new Inflater();
        try {
            byte[] deflated = new byte[BUFFER];
            byte[] inflated = new byte[BUFFER];
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int read = read(data, deflated);
                    if (read < 0 && inflater.getBytesWritten() == size.bytes(rows)) {
                        return; // only the checksum is missing
                    }
                    requireDeflated(read >= 0);
                    inflater.setInput(deflated, 0, read);
                }
                inflater.inflate(inflated);
                requireDeflated(!inflater.needsDictionary() && inflater.getBytesWritten() <= most);
            }
        } catch (DataFormatException e) {
            throw new DamagedException("deflated samples are damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static void requireDeflated(boolean sound) throws DamagedException {
        if (!sound) {
            throw new DamagedException("deflated samples are damaged: their end is missing");
        }
    }

    private int read(Input data, byte[] bytes) throws IOException {
        int read = data.read(bytes, 0, bytes.length);
        for (int i = 0; i < read && lowestFirst; i++) {
            bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
        }
        return read;
    }

    /** Adds up runs, of which one has to end where the samples end. */
    private void checkRuns(Input data, long wanted) throws IOException {
        long length = 0;
        while (length < wanted) {
            int code = data.read();
            if (code < 0) {
                throw new DamagedException("its runs end too early");
            }
            int first = lowestFirst ? Integer.reverse(code) >>> 24 : code;
            if (first < NO_RUN) {
                data.skipBytes(first + 1);
                length += first + 1;
            } else if (first > NO_RUN) {
                data.skipBytes(1);
                length += 2 * NO_RUN + 1 - first;
            }
        }
        if (length > wanted || data.getStreamPosition() > data.length()) {
            throw new DamagedException("its runs are longer than its rows");
        }
    }
}
