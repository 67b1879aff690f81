package dev.understudy.codec.avif.av1;

import dev.understudy.codec.io.DamagedException;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The coded data of one image: a sequence of open bitstream units. Their sizes are checked here, so that no decoder meets one
 * that is cut short.
 *
 * @param header what it says of itself
 * @param bytes the units, without delimiters between images
 */
public record TemporalUnit(SequenceHeader header, byte[] bytes) {

    private static final int SEQUENCE_HEADER = 1;
    private static final int DELIMITER = 2;
    private static final int FRAME_HEADER = 3;
    private static final int FRAME = 6;

    /** Most bytes of a number that says a size. */
    private static final int SIZE_BYTES = 8;

    /**
     * Splits data into its units.
     *
     * @throws DamagedException when a unit is cut short, or if there is not one image with one header
     */
    public static TemporalUnit parse(byte[] data) throws DamagedException {
        Splitter splitter = new Splitter(data);
        while (splitter.position < data.length) {
            splitter.next();
        }
        if (splitter.header == null || !splitter.frames) {
            throw new DamagedException("there is no image in its AV1 data");
        }
        return new TemporalUnit(splitter.header, splitter.kept.toByteArray());
    }

    /**
     * The sequence header at the start of data that may go on.
     *
     * @throws DamagedException when there is none
     */
    public static SequenceHeader header(byte[] start) throws DamagedException {
        Splitter splitter = new Splitter(start);
        SequenceHeader header = null;
        while (header == null) {
            splitter.next();
            header = splitter.header;
        }
        return header;
    }

    /** A walk over units. */
    private static final class Splitter {

        private final byte[] data;
        private final ByteArrayOutputStream kept;
        private int position;
        private @Nullable SequenceHeader header;
        private boolean frames;

        Splitter(byte[] data) {
            this.data = data;
            kept = new ByteArrayOutputStream(data.length);
        }

        void next() throws DamagedException {
            int start = position;
            int head = unsigned(position++);
            int type = head >> 3 & 0xf;
            if ((head & 0x80) != 0) {
                throw new DamagedException("its AV1 data is damaged");
            }
            if ((head & 4) != 0) {
                position++;
            }
            long size = (head & 2) != 0 ? readSize() : data.length - position;
            if (size < 0 || size > data.length - position) {
                throw new DamagedException("its AV1 data is cut short");
            }
            int payload = position;
            position += (int) size;
            take(type, payload);
            if (type != DELIMITER) {
                kept.write(data, start, position - start);
            }
        }

        private void take(int type, int payload) throws DamagedException {
            if (type == SEQUENCE_HEADER) {
                SequenceHeader found = SequenceHeaderParser.parse(data, payload, position);
                if (header != null && !header.isLike(found)) {
                    throw new DamagedException("its AV1 headers contradict each other");
                }
                header = found;
            }
            frames |= type == FRAME || type == FRAME_HEADER;
        }

        private long readSize() throws DamagedException {
            long size = 0;
            for (int i = 0; i < SIZE_BYTES; i++) {
                int next = unsigned(position++);
                size |= (long) (next & 0x7f) << 7 * i;
                if (next < 0x80) {
                    return size;
                }
            }
            throw new DamagedException("its AV1 data is damaged");
        }

        private int unsigned(int at) throws DamagedException {
            if (at >= data.length) {
                throw new DamagedException("its AV1 data is cut short");
            }
            return data[at] & 0xff;
        }
    }
}
