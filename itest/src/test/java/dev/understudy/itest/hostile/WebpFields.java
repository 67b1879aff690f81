package dev.understudy.itest.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lossy WebP without an extended header: one chunk in a RIFF file. */
final class WebpFields implements FormatFields {

    private static final int FIRST_CHUNK = 12;

    @Override
    public List<Field> lengths(byte[] file) {
        return List.of(
                new Field(4, 4, false),
                new Field(FIRST_CHUNK + 4, 4, false),
                new Field(FIRST_CHUNK + 8, 3, false)); // the frame's tag has the length of its first partition
    }

    @Override
    public List<Field> sizes(byte[] file) {
        return List.of(new Field(FIRST_CHUNK + 14, 2, false), new Field(FIRST_CHUNK + 16, 2, false));
    }

    @Override
    public byte[] withProfile(byte[] file, byte[] profile) {
        long width = sizes(file).get(0).read(file) & 0x3fff;
        long height = sizes(file).get(1).read(file) & 0x3fff;
        byte[] extension = new byte[18];
        System.arraycopy("VP8X".getBytes(StandardCharsets.ISO_8859_1), 0, extension, 0, 4);
        extension[4] = 10;
        extension[8] = 0x20;
        new Field(12, 3, false).write(extension, width - 1);
        new Field(15, 3, false).write(extension, height - 1);
        byte[] length = new byte[4];
        new Field(0, 4, false).write(length, profile.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, FIRST_CHUNK);
        out.writeBytes(extension);
        out.writeBytes("ICCP".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(length);
        out.writeBytes(profile);
        out.writeBytes(new byte[profile.length & 1]);
        out.write(file, FIRST_CHUNK, file.length - FIRST_CHUNK);
        byte[] profiled = out.toByteArray();
        new Field(4, 4, false).write(profiled, profiled.length - 8L);
        return profiled;
    }
}
