package dev.understudy.codec.psd;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.EOFException;
import java.io.IOException;

/** Rows of samples as they are. Nothing in them tells of damage, so they have to take up the rest of the file exactly. */
final class PlainRows implements ChannelRows {

    private final Input input;
    private final int height;
    private final long start;
    private final byte[] row;
    /** How many bytes the file has beyond them; below 0 when some of theirs are missing. */
    private final long surplus;

    /**
     * Rows that begin where the stream is.
     *
     * @throws DamagedException when the file has more of them than the image: its size is wrong, or their place
     */
    PlainRows(Input input, PsdFile file) throws IOException {
        PsdHeader header = file.header();
        this.input = input;
        height = header.height();
        start = input.getStreamPosition();
        row = new byte[header.rowBytes()];
        surplus = input.length() - start - (long) header.channels() * height * row.length;
        if (surplus > 0) {
            throw new DamagedException("it has more samples than its size needs");
        }
    }

    @Override
    public byte[] row(int channel, int y) throws IOException {
        input.seek(start + ((long) channel * height + y) * row.length);
        input.readFully(row);
        return row;
    }

    @Override
    public void requireWhole() throws EOFException {
        if (surplus < 0) {
            throw new EOFException();
        }
    }
}
