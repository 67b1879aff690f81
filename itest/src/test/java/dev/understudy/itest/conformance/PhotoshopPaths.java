package dev.understudy.itest.conformance;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Rectangles as the named paths of Photoshop, in an APP13 segment of a JPEG file. */
final class PhotoshopPaths {

    private static final int APP13 = 0xffed;
    private static final int FIRST_PATH = 2000;
    private static final int RECORD = 26;
    private static final int ONE = 1 << 24;

    private final ByteArrayOutputStream resources = new ByteArrayOutputStream();
    private int count;

    /** Adds a rectangle, in parts of the image's width and height. */
    PhotoshopPaths rectangle(String name, double left, double top, double right, double bottom) throws IOException {
        DataOutputStream out = new DataOutputStream(resources);
        out.write("8BIM".getBytes(StandardCharsets.US_ASCII));
        out.writeShort(FIRST_PATH + count++);
        out.writeByte(name.length());
        out.write(name.getBytes(StandardCharsets.US_ASCII));
        if (name.length() % 2 == 0) {
            out.writeByte(0);
        }
        out.writeInt(RECORD * 7);
        record(out, 6);
        record(out, 8);
        out.writeShort(0);
        out.writeShort(4);
        out.writeShort(1);
        out.write(new byte[RECORD - 6]);
        corner(out, left, top);
        corner(out, right, top);
        corner(out, right, bottom);
        corner(out, left, bottom);
        return this;
    }

    /** A record of a kind that says no more. */
    private static void record(DataOutputStream out, int kind) throws IOException {
        out.writeShort(kind);
        out.write(new byte[RECORD - 2]);
    }

    private static void corner(DataOutputStream out, double x, double y) throws IOException {
        out.writeShort(2);
        for (int i = 0; i < 3; i++) {
            out.writeInt((int) Math.round(y * ONE));
            out.writeInt((int) Math.round(x * ONE));
        }
    }

    /** The JPEG file with these paths. */
    byte[] in(byte[] jpeg) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        byte[] mark = "Photoshop 3.0\0".getBytes(StandardCharsets.US_ASCII);
        out.write(jpeg, 0, 2);
        out.writeShort(APP13);
        out.writeShort(2 + mark.length + resources.size());
        out.write(mark);
        out.write(resources.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }
}
