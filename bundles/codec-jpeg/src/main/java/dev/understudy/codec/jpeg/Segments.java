package dev.understudy.codec.jpeg;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Segments that begin with a name, as programs put their own notes into a JPEG. */
final class Segments {

    private Segments() {}

    /** Whether a segment has a name. */
    static boolean startsWith(byte[] segment, byte[] name) {
        return segment.length >= name.length && Arrays.equals(segment, 0, name.length, name, 0, name.length);
    }

    /** Writes a segment with its marker and length. */
    static void write(ByteArrayOutputStream out, int marker, byte[] name, byte[] content) {
        int length = 2 + name.length + content.length;
        out.write(0xff);
        out.write(marker);
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(name);
        out.writeBytes(content);
    }
}
