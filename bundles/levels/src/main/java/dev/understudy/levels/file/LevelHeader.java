package dev.understudy.levels.file;

import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says before the samples.
 *
 * @param key which level it is
 * @param samples what the planes mean
 * @param planes the planes, that of opacity last
 * @param alpha whether there is one of opacity
 * @param profile the profile of the source, null for none
 */
record LevelHeader(
        String key,
        Samples samples,
        List<StripedPlane> planes,
        boolean alpha,
        @Nullable ColorProfile profile) {

    private static final int NO_PROFILE = -1;

    LevelHeader {
        planes = List.copyOf(planes);
        if (planes.size() != samples.planes() + (alpha ? 1 : 0)) {
            throw new IllegalArgumentException(planes.size() + " planes of " + samples);
        }
    }

    /** The header of a level. */
    static LevelHeader of(String key, Pixels pixels) {
        return new LevelHeader(
                key,
                pixels.samples(),
                planes(pixels).stream().map(StripedPlane::of).toList(),
                pixels.alpha() != null,
                pixels.profile());
    }

    /** The planes of an image in the order of the file. */
    static List<Plane> planes(Pixels pixels) {
        List<Plane> planes = new ArrayList<>(pixels.planes());
        if (pixels.alpha() != null) {
            planes.add(pixels.alpha());
        }
        return planes;
    }

    /** Bytes of all samples. */
    long bodyLength() {
        return planes.stream().mapToLong(StripedPlane::length).sum();
    }

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(key);
        out.writeUTF(samples.name());
        out.writeBoolean(alpha);
        for (StripedPlane plane : planes) {
            out.writeInt(plane.width());
            out.writeInt(plane.height());
            for (int checksum : plane.checksums()) {
                out.writeInt(checksum);
            }
        }
        out.writeInt(profile == null ? NO_PROFILE : profile.bytes().length);
        if (profile != null) {
            out.write(profile.bytes());
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a header.
     *
     * @param bytes as they were written, which a checksum has shown
     */
    static LevelHeader parse(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        String key = in.readUTF();
        Samples samples = Samples.valueOf(in.readUTF());
        boolean alpha = in.readBoolean();
        List<StripedPlane> planes = new ArrayList<>();
        for (int i = 0; i < samples.planes() + (alpha ? 1 : 0); i++) {
            planes.add(plane(in));
        }
        int length = in.readInt();
        ColorProfile profile = length == NO_PROFILE ? null : new ColorProfile(in.readNBytes(length));
        return new LevelHeader(key, samples, planes, alpha, profile);
    }

    private static StripedPlane plane(DataInputStream in) throws IOException {
        int width = in.readInt();
        int height = in.readInt();
        int stripes = StripedPlane.stripes(width, height);
        if (stripes > in.available() / Integer.BYTES) {
            throw new EOFException("a plane of " + width + "x" + height);
        }
        int[] checksums = new int[stripes];
        for (int i = 0; i < checksums.length; i++) {
            checksums[i] = in.readInt();
        }
        return new StripedPlane(width, height, checksums);
    }
}
