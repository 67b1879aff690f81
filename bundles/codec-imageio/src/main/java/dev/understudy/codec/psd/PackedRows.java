package dev.understudy.codec.psd;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.util.Arrays;

/**
 * Rows of run lengths, each for itself, behind a table of their lengths. A row must come to just its pixels with just its bytes:
 * what does not has been damaged.
 *
 * <p>Source: Adobe Photoshop File Formats Specification, "Image Data Section".
 */
final class PackedRows implements ChannelRows {

    private static final int NOTHING = -128;

    private final Input input;
    private final int height;
    /** Where each row of the wanted channels begins, and at last where they end. */
    private final long[] starts;

    private final byte[] row;

    private PackedRows(Input input, PsdHeader header, long[] starts) {
        this.input = input;
        this.height = header.height();
        this.starts = starts;
        this.row = new byte[header.rowBytes()];
    }

    /** Rows whose table begins here. */
    static PackedRows open(Input input, PsdFile file, int channels) throws IOException {
        PsdHeader header = file.header();
        int entry = header.large() ? 4 : 2;
        long first = input.getStreamPosition() + (long) entry * header.channels() * header.height();
        if (first > input.length()) {
            throw new DamagedException("its table of rows is cut short");
        }
        long[] starts = new long[Math.multiplyExact(channels, header.height()) + 1];
        starts[0] = first;
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + (header.large() ? input.readUnsignedInt() : input.readUnsignedShort());
        }
        return new PackedRows(input, header, starts);
    }

    @Override
    public byte[] row(int channel, int y) throws IOException {
        int index = channel * height + y;
        long length = starts[index + 1] - starts[index];
        if (length > 2L * row.length + 2) {
            throw new DamagedException("a row of " + length + " bytes");
        }
        unpack(input.bytes(starts[index], length));
        return row;
    }

    private void unpack(byte[] packed) throws DamagedException {
        int from = 0;
        int to = 0;
        while (from < packed.length) {
            int control = packed[from++];
            int count = control == NOTHING ? 0 : Math.abs(control) + 1;
            int stored = control >= 0 ? count : Math.min(1, count);
            if (from + stored > packed.length || to + count > row.length) {
                throw new DamagedException("the run lengths of a row are damaged");
            }
            if (control >= 0) {
                System.arraycopy(packed, from, row, to, count);
            } else if (count > 0) {
                Arrays.fill(row, to, to + count, packed[from]);
            }
            from += stored;
            to += count;
        }
        if (to != row.length) {
            throw new DamagedException("a row is too short");
        }
    }
}
