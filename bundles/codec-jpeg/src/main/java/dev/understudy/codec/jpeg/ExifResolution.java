package dev.understudy.codec.jpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.understudy.codec.jpeg.syntax.Markers;
import java.nio.ByteBuffer;

/** The resolution of a JPEG that is no JFIF, in an EXIF segment: a TIFF directory of three entries. */
final class ExifResolution {

    private static final byte[] NAME = "Exif\0\0".getBytes(ISO_8859_1);
    private static final int HEADER = 8;
    private static final int ENTRIES = 3;
    private static final int DIRECTORY = 2 + ENTRIES * 12 + 4;
    private static final int VALUE = HEADER + DIRECTORY;
    private static final int SHORT = 3;
    private static final int RATIONAL = 5;
    private static final int INCH = 2;
    private static final int DENOMINATOR = 1000;

    private ExifResolution() {}

    /** The segment with its marker, for so many pixels an inch. */
    static byte[] segment(double resolution) {
        int length = 2 + NAME.length + VALUE + 8;
        ByteBuffer segment = ByteBuffer.allocate(2 + length);
        segment.put((byte) 0xff)
                .put((byte) Markers.APP1)
                .putShort((short) length)
                .put(NAME);
        segment.putInt(0x4d4d002a).putInt(HEADER).putShort((short) ENTRIES);
        segment.putShort((short) 282).putShort((short) RATIONAL).putInt(1).putInt(VALUE);
        segment.putShort((short) 283).putShort((short) RATIONAL).putInt(1).putInt(VALUE);
        segment.putShort((short) 296)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) INCH)
                .putShort((short) 0);
        segment.putInt(0); // no other directory
        segment.putInt((int) Math.min(Integer.MAX_VALUE, Math.round(resolution * DENOMINATOR)))
                .putInt(DENOMINATOR);
        return segment.array();
    }
}
