package dev.understudy.codec.psd;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Rows that have been deflated all together. */
final class DeflatedRows implements ChannelRows {

    private final Input input;
    private final Inflater inflater = new Inflater();
    private final byte[] buffer = new byte[1 << 13];
    private final int height;
    private final long rows;
    private final byte[] row;
    private long next;

    DeflatedRows(Input input, PsdFile file) {
        this.input = input;
        this.height = file.header().height();
        this.rows = (long) file.header().channels() * height;
        this.row = new byte[file.header().rowBytes()];
    }

    @Override
    public byte[] row(int channel, int y) throws IOException {
        long wanted = (long) channel * height + y;
        while (next <= wanted) {
            inflate();
            next++;
        }
        return row;
    }

    /** Inflates the rows that nobody wanted, too: behind the last one there is a checksum and nothing else. */
    @Override
    public void requireWhole() throws IOException {
        while (next < rows) {
            inflate();
            next++;
        }
        try {
            while (!inflater.finished()) {
                if (inflater.inflate(row) > 0) {
                    throw new DamagedException("it has more samples than its size needs");
                }
                if (!inflater.finished()) {
                    feed();
                }
            }
        } catch (DataFormatException e) {
            throw new DamagedException("its deflated samples are damaged");
        }
    }

    private void inflate() throws IOException {
        int done = 0;
        try {
            while (done < row.length) {
                int count = inflater.inflate(row, done, row.length - done);
                if (count == 0) {
                    feed();
                }
                done += count;
            }
        } catch (DataFormatException e) {
            throw new DamagedException("its deflated samples are damaged");
        }
    }

    private void feed() throws IOException {
        int count = inflater.finished() || !inflater.needsInput() ? -1 : input.read(buffer, 0, buffer.length);
        if (count < 0) {
            throw new EOFException();
        }
        inflater.setInput(buffer, 0, count);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
