package dev.understudy.codec.avif.box;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A box of a file.
 *
 * @param type the four characters that say what it is
 * @param start where its contents begin
 * @param end where they end
 */
record IsoBox(String type, long start, long end) {

    private static final int HEAD = 8;
    private static final int LARGE = 1;
    private static final int TO_THE_END = 0;

    /** How many bytes it holds. */
    long length() {
        return end - start;
    }

    /** The boxes in this one, behind {@code skipped} bytes. */
    List<IsoBox> children(Input input, int skipped) throws IOException {
        List<IsoBox> boxes = new ArrayList<>();
        long position = start + skipped;
        while (position < end) {
            IsoBox box = read(input, position, end);
            if (box.end > end) {
                throw new DamagedException("a box in '" + type + "' is cut short");
            }
            boxes.add(box);
            position = box.end;
        }
        return boxes;
    }

    /**
     * The box at a position; its end may be behind that of the file.
     *
     * @param limit where what it is in ends
     */
    static IsoBox read(Input input, long position, long limit) throws IOException {
        if (limit - position < HEAD) {
            throw new DamagedException("a box is cut short");
        }
        input.seek(position);
        long size = input.readUnsignedInt();
        String type = new String(input.bytes(position + 4, 4), StandardCharsets.ISO_8859_1);
        long head = HEAD;
        if (size == LARGE) {
            size = input.readLong();
            head += Long.BYTES;
        } else if (size == TO_THE_END) {
            size = limit - position;
        }
        if (size < head || size > Long.MAX_VALUE - position) {
            throw new DamagedException("a box has an impossible size");
        }
        return new IsoBox(type, position + head, position + size);
    }
}
