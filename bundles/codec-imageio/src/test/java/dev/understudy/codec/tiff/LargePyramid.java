package dev.understudy.codec.tiff;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Pyramids of tiles of 256 x 256 pixels that are all the same JPEG image, so that a file of a few hundred kilobytes has hundreds of millions
 * of pixels.
 */
final class LargePyramid {

    static final int TILE = 256;

    private static final int HEADER = 8;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int YCBCR = 6;
    private static final int JPEG = 7;

    private LargePyramid() {}

    /**
     * A file.
     *
     * @param tiles how many there are at full size, along each side; a power of 2
     * @param levels how many images there are, the full one among them
     * @param tile the JPEG image that all tiles are
     */
    static byte[] file(int tiles, int levels, byte[] tile) {
        int start = HEADER + tile.length + tile.length % 2;
        List<ByteBuffer> directories = new ArrayList<>();
        int position = start;
        for (int level = 0; level < levels; level++) {
            ByteBuffer directory = directory(tiles >> level, level, tile.length, position, level + 1 == levels);
            directories.add(directory);
            position += directory.capacity();
        }
        // the file must not look too short for so many pixels
        ByteBuffer file = ByteBuffer.allocate(position + tiles * tiles * 48 + 1000);
        file.putInt(0x4d4d002a).putInt(start).put(tile).position(start);
        directories.forEach(directory -> file.put(directory.flip()));
        return file.array();
    }

    private static ByteBuffer directory(int tiles, int level, int length, int position, boolean last) {
        int[][] entries = {
            {TiffTags.NEW_SUBFILE_TYPE, LONG, level == 0 ? 0 : 1},
            {TiffTags.WIDTH, LONG, tiles * TILE},
            {TiffTags.HEIGHT, LONG, tiles * TILE},
            {TiffTags.BITS_PER_SAMPLE, SHORT, 8 << 16},
            {TiffTags.COMPRESSION, SHORT, JPEG << 16},
            {TiffTags.PHOTOMETRIC, SHORT, YCBCR << 16},
            {TiffTags.SAMPLES_PER_PIXEL, SHORT, 3 << 16},
            {TiffTags.TILE_WIDTH, LONG, TILE},
            {TiffTags.TILE_HEIGHT, LONG, TILE}
        };
        int number = tiles * tiles;
        int head = 2 + 12 * (entries.length + 2) + 4;
        ByteBuffer directory = ByteBuffer.allocate(head + 8 * number);
        directory.putShort((short) (entries.length + 2));
        for (int[] entry : entries) {
            put(directory, entry[0], entry[1], 1, entry[2]);
        }
        put(directory, TiffTags.TILE_OFFSETS, LONG, number, number == 1 ? HEADER : position + head);
        put(directory, TiffTags.TILE_BYTE_COUNTS, LONG, number, number == 1 ? length : position + head + 4 * number);
        directory.putInt(last ? 0 : position + directory.capacity());
        for (int i = 0; i < number; i++) {
            directory.putInt(HEADER);
        }
        for (int i = 0; i < number; i++) {
            directory.putInt(length);
        }
        return directory;
    }

    private static void put(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A JPEG image that grows lighter from left to right. */
    static byte[] tile() throws IOException {
        BufferedImage image = new BufferedImage(TILE, TILE, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                image.setRGB(x, y, x << 16 | (255 - x) << 8 | y);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", file);
        return file.toByteArray();
    }
}
