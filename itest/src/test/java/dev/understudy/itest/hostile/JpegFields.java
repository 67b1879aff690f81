package dev.understudy.itest.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** JPEG: segments of two bytes for the marker and two for the length, up to the first scan. */
final class JpegFields implements FormatFields {

    private static final int SCAN = 0xda;

    @Override
    public List<Field> lengths(byte[] file) {
        return segments(file).stream()
                .map(start -> new Field(start + 2, 2, true))
                .toList();
    }

    @Override
    public List<Field> sizes(byte[] file) {
        for (int start : segments(file)) {
            int marker = file[start + 1] & 0xff;
            if (marker >= 0xc0 && marker <= 0xc2) {
                return List.of(new Field(start + 5, 2, true), new Field(start + 7, 2, true));
            }
        }
        throw new IllegalArgumentException("a sample without a frame");
    }

    @Override
    public byte[] withProfile(byte[] file, byte[] profile) {
        int length = 2 + 14 + profile.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe2, (byte) (length >> 8), (byte) length});
        out.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(profile);
        out.write(file, 2, file.length - 2);
        return out.toByteArray();
    }

    private static List<Integer> segments(byte[] file) {
        List<Integer> starts = new ArrayList<>();
        int start = 2;
        while ((file[start + 1] & 0xff) != SCAN) {
            starts.add(start);
            start += 2 + (int) new Field(start + 2, 2, true).read(file);
        }
        starts.add(start);
        return starts;
    }
}
