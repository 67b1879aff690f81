package dev.understudy.itest.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A sound TIFF of tiles, gray and without compression, as image pyramids have them. */
final class TiledTiff {

    static final int WIDTH = 200;
    static final int HEIGHT = 136;

    private static final int TILE = 64;
    private static final int ACROSS = (WIDTH + TILE - 1) / TILE;
    private static final int TILES = ACROSS * ((HEIGHT + TILE - 1) / TILE);
    private static final int ENTRIES = 10;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private static final int OFFSETS = 8 + 2 + 12 * ENTRIES + 4;
    private static final int COUNTS = OFFSETS + 4 * TILES;
    private static final int SAMPLES = COUNTS + 4 * TILES;

    private TiledTiff() {}

    static byte[] file() {
        ByteBuffer file = ByteBuffer.allocate(SAMPLES + TILES * TILE * TILE).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) ENTRIES);
        entry(file, 256, SHORT, 1, WIDTH);
        entry(file, 257, SHORT, 1, HEIGHT);
        entry(file, 258, SHORT, 1, 8);
        entry(file, 259, SHORT, 1, 1); // no compression
        entry(file, 262, SHORT, 1, 1); // black is zero
        entry(file, 277, SHORT, 1, 1);
        entry(file, 322, SHORT, 1, TILE);
        entry(file, 323, SHORT, 1, TILE);
        entry(file, 324, LONG, TILES, OFFSETS);
        entry(file, 325, LONG, TILES, COUNTS);
        file.putInt(0);
        for (int i = 0; i < TILES; i++) {
            file.putInt(SAMPLES + i * TILE * TILE);
        }
        for (int i = 0; i < TILES; i++) {
            file.putInt(TILE * TILE);
        }
        for (int i = 0; file.hasRemaining(); i++) {
            int tile = i / (TILE * TILE);
            int x = tile % ACROSS * TILE + i % TILE;
            int y = tile / ACROSS * TILE + i / TILE % TILE;
            file.put((byte) (x + (y ^ x / 3)));
        }
        return file.array();
    }

    private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
