package dev.understudy.codec.jpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.understudy.codec.jpeg.syntax.Markers;
import dev.understudy.image.ColorProfile;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An ICC profile in the APP2 segments of a JPEG: a name, the segment's number from 1, how many there are, and a part of
 * the profile.
 *
 * <p>Source: ICC.1, annex B.4.
 */
final class ProfileSegments {

    private static final byte[] NAME = "ICC_PROFILE\0".getBytes(ISO_8859_1);
    private static final int HEADER = NAME.length + 2;
    private static final int PART = 0xffff - 2 - HEADER;

    private final SortedMap<Integer, byte[]> parts = new TreeMap<>();

    /** Takes an APP2 segment, if it is one of a profile. */
    void add(byte[] segment) {
        if (segment.length > HEADER && Arrays.equals(NAME, Arrays.copyOf(segment, NAME.length))) {
            parts.putIfAbsent(segment[NAME.length] & 0xff, Arrays.copyOfRange(segment, HEADER, segment.length));
        }
    }

    /** The profile; one that lacks parts is handed on as it is, so that it fails where profiles are judged. */
    @Nullable
    ColorProfile profile() {
        if (parts.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.values().forEach(whole::writeBytes);
        return new ColorProfile(whole.toByteArray());
    }

    /** The segments, with their markers, that hold a profile. */
    static byte[] write(ColorProfile profile) {
        byte[] bytes = profile.bytes();
        int count = (bytes.length + PART - 1) / PART;
        if (count > 255) {
            throw new IllegalArgumentException("a profile of " + bytes.length + " bytes is too long for a JPEG");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            int size = Math.min(PART, bytes.length - i * PART);
            out.write(0xff);
            out.write(Markers.APP2);
            out.write((2 + HEADER + size) >> 8);
            out.write(2 + HEADER + size);
            out.writeBytes(NAME);
            out.write(i + 1);
            out.write(count);
            out.write(bytes, i * PART, size);
        }
        return out.toByteArray();
    }
}
