package dev.understudy.codec.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/** TIFF of very many strips of a row of 16 gray pixels each. */
final class ManyStrips {

    private static final int WIDTH = 16;
    private static final int HEADER = 8;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private ManyStrips() {}

    /**
     * A file.
     *
     * @param strips how many
     * @param others how many directories follow the one of the image; the last one is followed by the first
     */
    static byte[] file(int strips, int others) {
        byte[] strip = strip();
        int[] offsets = new int[strips];
        int[] counts = new int[strips];
        ByteBuffer file = ByteBuffer.allocate(HEADER + strips * (strip.length + 8) + 200 + 18 * others);
        file.putInt(0x4d4d002a).putInt(HEADER + strips * strip.length);
        for (int i = 0; i < strips; i++) {
            offsets[i] = file.position();
            counts[i] = strip.length;
            file.put(strip);
        }
        int directory = file.position();
        int[][] entries = {
            {TiffTags.WIDTH, LONG, WIDTH},
            {TiffTags.HEIGHT, LONG, strips},
            {TiffTags.BITS_PER_SAMPLE, SHORT, 8 << 16},
            {TiffTags.COMPRESSION, SHORT, 8 << 16},
            {TiffTags.PHOTOMETRIC, SHORT, 1 << 16},
            {TiffTags.ROWS_PER_STRIP, LONG, 1}
        };
        int arrays = directory + 2 + 12 * (entries.length + 2) + 4;
        file.putShort((short) (entries.length + 2));
        for (int[] entry : entries) {
            put(file, entry[0], entry[1], 1, entry[2]);
        }
        put(file, TiffTags.STRIP_OFFSETS, LONG, strips, arrays);
        put(file, TiffTags.STRIP_BYTE_COUNTS, LONG, strips, arrays + 4 * strips);
        file.putInt(others == 0 ? 0 : arrays + 8 * strips);
        for (int[] array : new int[][] {offsets, counts}) {
            for (int value : array) {
                file.putInt(value);
            }
        }
        for (int i = 0; i < others; i++) {
            put(file.putShort((short) 1), TiffTags.WIDTH, LONG, 1, 1);
            file.putInt(i == others - 1 ? directory : file.position() + 4);
        }
        return file.array();
    }

    private static void put(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] strip() {
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[WIDTH]);
        deflater.finish();
        byte[] bytes = new byte[100];
        ByteArrayOutputStream strip = new ByteArrayOutputStream();
        strip.write(bytes, 0, deflater.deflate(bytes));
        deflater.end();
        return strip.toByteArray();
    }
}
