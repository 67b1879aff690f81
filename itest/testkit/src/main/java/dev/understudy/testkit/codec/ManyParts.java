package dev.understudy.testkit.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * An image file with very many parts that say nothing: whoever needs for each of them a time that grows with their number is
 * never done.
 *
 * @param name tells which parts; a word with hyphens
 * @param bytes the file
 */
public record ManyParts(String name, byte[] bytes) {

    private static final int PNG_HEADER_END = 33;
    private static final int EXIF_ENTRIES = 0xffff;

    /** Files of {@code count} parts each, made of a sound PNG. */
    public static List<ManyParts> ofPng(byte[] sound, int count) {
        byte[] empty = chunk("IDAT", new byte[0]);
        byte[] text = chunk("tEXt", "Comment\0x".getBytes(ISO_8859_1));
        int samples = new String(sound, ISO_8859_1).indexOf("IDAT") - 4;
        return List.of(
                new ManyParts("png-empty-samples", insert(sound, samples, empty, count)),
                new ManyParts("png-samples-and-texts", insert(sound, samples, join(empty, text), count / 2)),
                new ManyParts("png-texts", insert(sound, PNG_HEADER_END, text, count)),
                new ManyParts("png-texts-behind", insert(sound, sound.length - 12, text, count)),
                new ManyParts("png-profiles", insert(sound, PNG_HEADER_END, chunk("iCCP", new byte[9]), count)),
                new ManyParts("png-opacities", insert(sound, samples, chunk("tRNS", new byte[6]), count)),
                new ManyParts("png-exif", insert(sound, samples, chunk("eXIf", new byte[9]), count)),
                new ManyParts("png-exif-tags", insert(sound, samples, chunk("eXIf", manyTags()), 1)));
    }

    /** The same, made of a sound JPEG. */
    public static List<ManyParts> ofJpeg(byte[] sound, int count) {
        byte[] steps = new byte[65];
        Arrays.fill(steps, (byte) 3); // a table that no component uses, of steps of 3
        byte[] table = segment(0xdb, steps);
        byte[] comment = segment(0xfe, new byte[1]);
        byte[] exif = segment(0xe1, "Exif\0\0II*\0".getBytes(ISO_8859_1));
        byte[] profile = segment(0xe2, "ICC_PROFILE\0\1\1profile".getBytes(ISO_8859_1));
        return List.of(
                new ManyParts("jpeg-tables", insert(sound, 2, table, count)),
                new ManyParts("jpeg-tables-and-comments", insert(sound, 2, join(table, comment), count / 2)),
                new ManyParts("jpeg-comments", insert(sound, 2, comment, count)),
                new ManyParts("jpeg-comments-before-end", insert(sound, sound.length - 2, comment, count)),
                new ManyParts("jpeg-tables-before-end", insert(sound, sound.length - 2, table, count)),
                new ManyParts("jpeg-exif", insert(sound, 2, exif, count)),
                new ManyParts("jpeg-profiles", insert(sound, 2, profile, count)),
                new ManyParts("jpeg-fill-bytes", insert(sound, 2, new byte[] {(byte) 0xff}, count)));
    }

    /** The same, made of a sound GIF. */
    public static List<ManyParts> ofGif(byte[] sound, int count) {
        int blocks = 13 + ((sound[10] & 0x80) == 0 ? 0 : 3 * (2 << (sound[10] & 7)));
        byte[] comment = {0x21, (byte) 0xfe, 1, 'x', 0};
        byte[] control = {0x21, (byte) 0xf9, 4, 0, 0, 0, 0, 0};
        byte[] longComment = join(new byte[] {0x21, (byte) 0xfe}, repeat(new byte[] {1, 'x'}, count), new byte[1]);
        byte[] frame = {0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0};
        return List.of(
                new ManyParts("gif-comments", insert(sound, blocks, comment, count)),
                new ManyParts("gif-controls", insert(sound, blocks, control, count)),
                new ManyParts("gif-long-comment", insert(sound, blocks, longComment, 1)),
                new ManyParts("gif-zeros", insert(sound, blocks, new byte[1], count)),
                new ManyParts("gif-frames", insert(sound, sound.length - 1, frame, count)));
    }

    /** The same, made of a sound WebP with a VP8X chunk. */
    public static List<ManyParts> ofWebp(byte[] sound, int count) {
        boolean animated = new String(sound, ISO_8859_1).contains("ANMF");
        return List.of(
                new ManyParts("webp-unknown-chunks", webp(sound, "abcd", count)),
                new ManyParts("webp-exif", webp(sound, "EXIF", count)),
                new ManyParts("webp-profiles", webp(sound, "ICCP", count)),
                new ManyParts("webp-frames", webp(sound, animated ? "ANMF" : "FRAM", count)));
    }

    /** The same, made of a sound bitmap that is coded in runs. */
    public static List<ManyParts> ofBitmap(byte[] sound, int count) {
        int start = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).getInt(10);
        byte[] nowhere = {0, 2, 0, 0};
        return List.of(new ManyParts("bmp-moves", insert(sound, start, nowhere, count)));
    }

    private static byte[] webp(byte[] sound, String name, int count) {
        byte[] chunk = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(ISO_8859_1))
                .putInt(2)
                .array();
        byte[] file = insert(sound, sound.length, chunk, count);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - 8);
        return file;
    }

    private static byte[] chunk(String name, byte[] content) {
        CRC32 sum = new CRC32();
        byte[] letters = name.getBytes(ISO_8859_1);
        sum.update(letters);
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(letters)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + content.length))
                .put(content)
                .array();
    }

    /** EXIF data of as many tags as there can be, none of which is one that anybody reads. */
    private static byte[] manyTags() {
        ByteBuffer exif = ByteBuffer.allocate(10 + 12 * EXIF_ENTRIES + 4);
        exif.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) EXIF_ENTRIES);
        for (int i = 0; i < EXIF_ENTRIES; i++) {
            exif.putShort((short) 0xc000)
                    .putShort((short) 7)
                    .putInt(Integer.MAX_VALUE)
                    .putInt(8);
        }
        return exif.array();
    }

    private static byte[] insert(byte[] file, int position, byte[] part, int count) {
        return join(
                Arrays.copyOf(file, position), repeat(part, count), Arrays.copyOfRange(file, position, file.length));
    }

    private static byte[] repeat(byte[] part, int count) {
        ByteBuffer all = ByteBuffer.allocate(part.length * count);
        while (all.hasRemaining()) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
