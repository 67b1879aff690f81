package dev.understudy.codec.meta;

import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.EmbeddedPath.Knot;
import dev.understudy.image.EmbeddedPath.Subpath;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes paths as Photoshop's resources.
 *
 * <p>Source: Adobe Photoshop File Formats Specification, "Path resource format".
 */
public final class PathWriter {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_PATHS = PhotoshopResources.LAST_PATH - PhotoshopResources.FIRST_PATH + 1;
    /** What coordinates can be; what lies farther out is drawn to here. */
    private static final double FARTHEST = 127;

    private PathWriter() {}

    /** The blocks of all paths and, if one of them is, of the clipping path. */
    public static byte[] write(List<EmbeddedPath> paths) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int number = PhotoshopResources.FIRST_PATH;
        for (EmbeddedPath path : paths.subList(0, Math.min(paths.size(), MOST_PATHS))) {
            block(out, number++, name(path), path(path));
        }
        paths.stream()
                .filter(EmbeddedPath::clipping)
                .findFirst()
                .ifPresent(path -> block(out, PhotoshopResources.CLIPPING_PATH, new byte[0], clipping(name(path))));
        return out.toByteArray();
    }

    private static void block(ByteArrayOutputStream out, int number, byte[] name, byte[] data) {
        out.writeBytes("8BIM".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) number).array());
        out.write(name.length);
        out.writeBytes(Arrays.copyOf(name, name.length + (name.length + 1 & 1)));
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(Arrays.copyOf(data, data.length + (data.length & 1)));
    }

    private static byte[] name(EmbeddedPath path) {
        byte[] name = path.name().getBytes(StandardCharsets.ISO_8859_1);
        return name.length > LONGEST_NAME ? Arrays.copyOf(name, LONGEST_NAME) : name;
    }

    /** The name of the path, and the flatness of its curves, which is left to the device. */
    private static byte[] clipping(byte[] name) {
        return ByteBuffer.allocate(1 + name.length + 6)
                .put((byte) name.length)
                .put(name)
                .array();
    }

    private static byte[] path(EmbeddedPath path) {
        int records = 2;
        for (Subpath subpath : path.subpaths()) {
            records += 1 + subpath.knots().size();
        }
        ByteBuffer out = ByteBuffer.allocate(records * PathRecords.RECORD);
        out.putShort(0, (short) PathRecords.FILL_RULE);
        out.putShort(PathRecords.RECORD, (short) PathRecords.INITIAL_FILL);
        out.position(2 * PathRecords.RECORD);
        path.subpaths().forEach(subpath -> subpath(out, subpath));
        return out.array();
    }

    private static void subpath(ByteBuffer out, Subpath subpath) {
        int start = out.position();
        out.putShort((short) (subpath.closed() ? PathRecords.CLOSED_LENGTH : PathRecords.OPEN_LENGTH));
        out.putShort((short) subpath.knots().size());
        out.putShort((short) subpath.combination().ordinal());
        out.position(start + PathRecords.RECORD);
        int kind = subpath.closed() ? PathRecords.CLOSED_UNLINKED : PathRecords.OPEN_UNLINKED;
        for (Knot knot : subpath.knots()) {
            out.putShort((short) kind);
            point(out, knot.beforeX(), knot.beforeY());
            point(out, knot.x(), knot.y());
            point(out, knot.afterX(), knot.afterY());
        }
    }

    private static void point(ByteBuffer out, double x, double y) {
        out.putInt(fixed(y)).putInt(fixed(x));
    }

    private static int fixed(double value) {
        return (int) Math.round(Math.max(-FARTHEST, Math.min(FARTHEST, value)) * PathRecords.ONE);
    }
}
