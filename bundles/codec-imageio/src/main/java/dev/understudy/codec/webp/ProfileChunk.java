package dev.understudy.codec.webp;

import dev.understudy.image.ColorProfile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Puts an ICC profile into a WebP of one image, which becomes an extended one if it was simple.
 *
 * <p>Source: the WebP container specification, sections "Extended File Format" and "Color Profile".
 */
final class ProfileChunk {

    private static final int FILE_HEAD = 12;
    private static final int EXTENDED = 10;
    private static final int PROFILE_FLAG = 0x20;
    private static final int ALPHA_FLAG = 0x10;
    /** In the fifth byte of lossless images, above the upper bits of the height. */
    private static final int LOSSLESS_ALPHA = 0x10;

    private ProfileChunk() {}

    /**
     * The file with a profile.
     *
     * @param file as libwebp writes it
     * @param width columns of its image
     * @param height rows of its image
     */
    static byte[] insert(byte[] file, ColorProfile profile, int width, int height) {
        ByteBuffer from = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        boolean extended = from.getInt(FILE_HEAD) == Chunk.VP8X;
        int images = extended ? FILE_HEAD + Chunk.HEAD + EXTENDED : FILE_HEAD;
        byte[] bytes = profile.bytes();
        int padded = bytes.length + (bytes.length & 1);
        int length = FILE_HEAD + Chunk.HEAD + EXTENDED + Chunk.HEAD + padded + file.length - images;
        ByteBuffer to = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        to.putInt(Chunk.RIFF).putInt(length - Chunk.HEAD).putInt(Chunk.WEBP);
        to.putInt(Chunk.VP8X).putInt(EXTENDED);
        to.putInt(PROFILE_FLAG | (extended ? from.getInt(FILE_HEAD + Chunk.HEAD) : alphaFlag(from)));
        putTriple(to, width - 1);
        putTriple(to, height - 1);
        to.putInt(Chunk.ICCP).putInt(bytes.length).put(bytes);
        to.put(length - file.length + images, file, images, file.length - images);
        return to.array();
    }

    private static int alphaFlag(ByteBuffer simple) {
        boolean lossless = simple.getInt(FILE_HEAD) == Chunk.VP8L;
        boolean alpha = lossless && (simple.get(FILE_HEAD + Chunk.HEAD + 4) & LOSSLESS_ALPHA) != 0;
        return alpha ? ALPHA_FLAG : 0;
    }

    private static void putTriple(ByteBuffer to, int value) {
        to.putShort((short) value).put((byte) (value >> 16));
    }
}
