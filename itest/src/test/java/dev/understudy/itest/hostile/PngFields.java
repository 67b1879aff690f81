package dev.understudy.itest.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG: chunks of a length, a name, the content and a check sum. */
final class PngFields implements FormatFields {

    private static final int SIGNATURE = 8;
    private static final int HEADER = 33;

    @Override
    public List<Field> lengths(byte[] file) {
        return chunks(file).stream().map(start -> new Field(start, 4, true)).toList();
    }

    @Override
    public List<Field> sizes(byte[] file) {
        return List.of(new Field(16, 4, true), new Field(20, 4, true));
    }

    @Override
    public byte[] withProfile(byte[] file, byte[] profile) {
        Deflater deflater = new Deflater();
        deflater.setInput(profile);
        deflater.finish();
        byte[] deflated = new byte[profile.length + 100];
        int length = deflater.deflate(deflated);
        deflater.end();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, HEADER);
        out.writeBytes(new byte[] {0, 0, (byte) (length + 5 >> 8), (byte) (length + 5)});
        out.writeBytes("iCCPicc\0\0".getBytes(StandardCharsets.ISO_8859_1));
        out.write(deflated, 0, length);
        out.writeBytes(new byte[4]);
        out.write(file, HEADER, file.length - HEADER);
        byte[] profiled = out.toByteArray();
        mend(profiled);
        return profiled;
    }

    /** Gives all chunks their right sums. */
    @Override
    public void mend(byte[] file) {
        for (int start : chunks(file)) {
            int length = (int) new Field(start, 4, true).read(file);
            CRC32 sum = new CRC32();
            sum.update(file, start + 4, length + 4);
            new Field(start + 8 + length, 4, true).write(file, sum.getValue());
        }
    }

    /** Where chunks begin, as far as their lengths make sense. */
    private static List<Integer> chunks(byte[] file) {
        List<Integer> starts = new ArrayList<>();
        long start = SIGNATURE;
        while (start + 12 <= file.length) {
            long end = start + 12 + new Field((int) start, 4, true).read(file);
            if (end > file.length) {
                break;
            }
            starts.add((int) start);
            start = end;
        }
        return starts;
    }
}
