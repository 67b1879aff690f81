package dev.understudy.codec.psd;

import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;

/** The rows of the channels of a merged image, as they are stored one after another. */
interface ChannelRows extends AutoCloseable {

    /**
     * A row of a channel, which is the same array each time. Rows are asked for in the order of the file.
     *
     * @throws DamagedException when it is not all there
     */
    byte[] row(int channel, int row) throws IOException;

    /**
     * The rows of a file.
     *
     * @param channels how many of its channels are wanted
     */
    static ChannelRows open(Input input, PsdFile file, int channels) throws IOException {
        input.seek(file.samples());
        int compression = input.readUnsignedShort();
        return switch (compression) {
            case 0 -> new PlainRows(input, file);
            case 1 -> PackedRows.open(input, file, channels);
            case 2 -> new DeflatedRows(input, file);
            case 3 -> throw new UnsupportedException("a merged image of deflated differences");
            default -> throw new DamagedException("its compression is " + compression);
        };
    }

    /**
     * Fails unless the rows of all channels are there and the file has no others. To be called when the wanted rows have been read.
     *
     * @throws DamagedException when the size of the image, or the place where its samples begin, is wrong
     */
    default void requireWhole() throws IOException {
        // rows that are packed tell by themselves
    }

    @Override
    default void close() {}
}
