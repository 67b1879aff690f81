package dev.understudy.codec.webp;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the head of one coded image and makes a simple WebP file of it.
 *
 * <p>Source: RFC 9649, sections 2.5 to 2.7; RFC 6386, section 9.1.
 */
final class FrameParser {

    /** The number of pixels that may come out of a few bytes: a plain surface takes hardly any. */
    private static final long CHEAP_PIXELS = 1L << 24;

    private static final int BEST_RATIO = 20_000;
    private static final int ALPHA_FLAG = 0x10;

    private FrameParser() {}

    static WebpFile.FrameChunk parse(Input input, Chunks chunks) throws IOException {
        Chunk lossy = chunks.find(Chunk.VP8);
        if (lossy != null) {
            return lossy(input, lossy, chunks);
        }
        Chunk lossless = chunks.find(Chunk.VP8L);
        if (lossless != null) {
            return lossless(input, lossless);
        }
        throw new DamagedException("it has no image");
    }

    private static WebpFile.FrameChunk lossy(Input input, Chunk chunk, Chunks chunks) throws IOException {
        byte[] head = input.bytes(chunk.start(), Math.min(10, chunk.length()));
        if (head.length < 10
                || (head[0] & 1) != 0
                || head[3] != (byte) 0x9d
                || head[4] != 1
                || head[5] != (byte) 0x2a) {
            throw new DamagedException("its image does not begin as one");
        }
        int width = ((head[7] & 0x3f) << 8) | (head[6] & 0xff);
        int height = ((head[9] & 0x3f) << 8) | (head[8] & 0xff);
        requirePlausible(input, width, height);
        Chunk alpha = chunks.find(Chunk.ALPH);
        List<InputSegment> file = alpha == null
                ? file(List.of(), chunk)
                : file(List.of(extension(width, height), alpha.piece(), pad(alpha)), chunk);
        return new WebpFile.FrameChunk(width, height, alpha != null, file);
    }

    private static WebpFile.FrameChunk lossless(Input input, Chunk chunk) throws IOException {
        byte[] head = input.bytes(chunk.start(), Math.min(5, chunk.length()));
        if (head.length < 5 || head[0] != 0x2f) {
            throw new DamagedException("its image does not begin as one");
        }
        int bits = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(1);
        int width = (bits & 0x3fff) + 1;
        int height = (bits >> 14 & 0x3fff) + 1;
        if (bits >>> 29 != 0) {
            throw new DamagedException("its version is not known");
        }
        requirePlausible(input, width, height);
        return new WebpFile.FrameChunk(width, height, (bits >> 28 & 1) != 0, file(List.of(), chunk));
    }

    private static void requirePlausible(Input input, int width, int height) throws DamagedException {
        if (width == 0 || height == 0) {
            throw new DamagedException("the image has no pixels: " + width + "x" + height);
        }
        requirePlausible((long) width * height, input.length());
    }

    /** Refuses images that are far too large for their files: decoders take long over them. */
    static void requirePlausible(long pixels, long fileLength) throws DamagedException {
        if (pixels > CHEAP_PIXELS && pixels / BEST_RATIO > fileLength) {
            throw new DamagedException("the file is too short for the size of its image");
        }
    }

    /** A file of the extension and the image. */
    private static List<InputSegment> file(List<InputSegment> extension, Chunk image) {
        List<InputSegment> segments = new ArrayList<>(extension);
        segments.add(image.piece());
        segments.add(pad(image));
        long length = segments.stream().mapToLong(InputSegment::length).sum();
        ByteBuffer head =
                buffer(12).putInt(Chunk.RIFF).putInt((int) (4 + length)).putInt(Chunk.WEBP);
        segments.add(0, new InputSegment.InMemory(head));
        return List.copyOf(segments);
    }

    /** The chunk that must come first when there is one of alpha. */
    private static InputSegment extension(int width, int height) {
        return new InputSegment.InMemory(buffer(18)
                .putInt(Chunk.VP8X)
                .putInt(10)
                .putInt(ALPHA_FLAG)
                .putShort((short) (width - 1))
                .put((byte) 0)
                .putShort((short) (height - 1))
                .put((byte) 0));
    }

    private static InputSegment pad(Chunk chunk) {
        return new InputSegment.InMemory(ByteBuffer.allocate((int) (chunk.length() & 1)));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
