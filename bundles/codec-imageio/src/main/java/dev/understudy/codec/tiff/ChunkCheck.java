package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Looks for damage in compressed samples that the library goes over. */
final class ChunkCheck {

    private static final int BUFFER = 1 << 14;
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
                    checkDeflated(data, size.bytes(size.height()) + BUFFER);
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

    /** Inflates it all, since a checksum follows; what is far too long is the library's to read as far as it likes. */
    private void checkDeflated(Input data, long most) throws IOException {
        Inflater inflater = new Inflater();
        try {
            byte[] deflated = new byte[BUFFER];
            byte[] inflated = new byte[BUFFER];
            while (!inflater.finished() && !inflater.needsDictionary() && inflater.getBytesWritten() <= most) {
                if (inflater.needsInput()) {
                    int read = read(data, deflated);
                    if (read < 0) {
                        return; // maybe only the checksum is missing
                    }
                    inflater.setInput(deflated, 0, read);
                }
                inflater.inflate(inflated);
            }
        } catch (DataFormatException e) {
            throw new DamagedException("deflated samples are damaged: " + e.getMessage());
        } finally {
            inflater.end();
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
