package dev.understudy.codec.jpeg;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.understudy.codec.jpeg.syntax.Markers;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Photoshop's resources in the APP13 segments of a JPEG, which are one after another what is too long for one.
 *
 * <p>Source: Adobe Photoshop File Formats Specification, "Image Resource Blocks".
 */
final class PhotoshopSegments {

    private static final byte[] NAME = "Photoshop 3.0\0".getBytes(US_ASCII);
    private static final int PART = 0xffff - 2 - NAME.length;

    private final ByteArrayOutputStream joined = new ByteArrayOutputStream();

    /** Takes an APP13 segment, if it is one of Photoshop's. */
    void add(byte[] segment) {
        if (Segments.startsWith(segment, NAME)) {
            joined.write(segment, NAME.length, segment.length - NAME.length);
        }
    }

    /** The blocks of all segments. */
    byte[] resources() {
        return joined.toByteArray();
    }

    /** The segments, with their markers, that hold blocks. */
    static byte[] write(byte[] resources) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int start = 0; start < resources.length; start += PART) {
            int end = Math.min(resources.length, start + PART);
            Segments.write(out, Markers.APP13, NAME, Arrays.copyOfRange(resources, start, end));
        }
        return out.toByteArray();
    }
}
