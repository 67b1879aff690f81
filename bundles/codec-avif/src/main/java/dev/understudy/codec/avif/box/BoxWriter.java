package dev.understudy.codec.avif.box;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes boxes, whose sizes are filled in once they end. */
final class BoxWriter {

    private byte[] bytes = new byte[1024];
    private int length;

    /** A box with what {@code content} writes. */
    BoxWriter box(String type, Runnable content) {
        int start = length;
        u32(0);
        text(type);
        content.run();
        int size = length - start;
        length = start;
        u32(size);
        length = start + size;
        return this;
    }

    /** A box that has a version and flags. */
    BoxWriter box(String type, int version, int flags, Runnable content) {
        return box(type, () -> {
            u32(version << 24 | flags);
            content.run();
        });
    }

    BoxWriter u8(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
        return this;
    }

    BoxWriter u16(int value) {
        return u8(value >> 8).u8(value);
    }

    BoxWriter u32(int value) {
        return u16(value >> 16).u16(value);
    }

    BoxWriter text(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Text that ends with a zero. */
    BoxWriter terminated(String text) {
        return text(text).u8(0);
    }

    BoxWriter raw(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    int length() {
        return length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int count) {
        int needed = Math.addExact(length, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }
}
