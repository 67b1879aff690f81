package dev.understudy.codec.avif.box;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the fields of a box, and nothing behind its end. */
final class FieldReader {

    private final byte[] bytes;
    private final String type;
    private int position;

    private FieldReader(byte[] bytes, String type) {
        this.bytes = bytes;
        this.type = type;
    }

    /** The contents of a box. */
    static FieldReader of(Input input, IsoBox box) throws IOException {
        return new FieldReader(input.bytes(box.start(), box.length()), box.type());
    }

    /** Contents that are not in a box. */
    static FieldReader of(byte[] bytes, String type) {
        return new FieldReader(bytes, type);
    }

    /** An unsigned number of {@code count} bytes, 0..8; negative for one that is too large. */
    long number(int count) throws DamagedException {
        require(count);
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[position++] & 0xff;
        }
        return value;
    }

    int u8() throws DamagedException {
        return (int) number(1);
    }

    int u16() throws DamagedException {
        return (int) number(2);
    }

    long u32() throws DamagedException {
        return number(4);
    }

    /** Reads the version, and leaves the flags behind. */
    int version() throws DamagedException {
        int version = u8();
        position += 3;
        return version;
    }

    String text(int count) throws DamagedException {
        require(count);
        position += count;
        return new String(bytes, position - count, count, StandardCharsets.ISO_8859_1);
    }

    /** Text up to a zero or the end. */
    String terminated() throws DamagedException {
        int end = position;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return text(end - position);
    }

    /** What has not been read yet. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, Math.min(position, bytes.length), bytes.length);
    }

    private void require(int count) throws DamagedException {
        if (count > bytes.length - position) {
            throw new DamagedException("its box '" + type + "' is cut short");
        }
    }
}
