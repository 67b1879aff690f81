package dev.understudy.codec.webp;

import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A chunk of a RIFF file.
 *
 * @param name its four letters, little-endian as the file has them
 * @param start where its content begins
 * @param length bytes of its content
 */
record Chunk(int name, long start, long length) {

    static final int RIFF = name("RIFF");
    static final int WEBP = name("WEBP");
    static final int VP8 = name("VP8 ");
    static final int VP8L = name("VP8L");
    static final int VP8X = name("VP8X");
    static final int ALPH = name("ALPH");
    static final int ANMF = name("ANMF");
    static final int ICCP = name("ICCP");
    static final int EXIF = name("EXIF");

    private static final int HEAD = 8;

    /** The number that four letters make in a little-endian file. */
    static int name(String letters) {
        return letters.charAt(0) | letters.charAt(1) << 8 | letters.charAt(2) << 16 | letters.charAt(3) << 24;
    }

    /** The chunks between two positions of a little-endian file. */
    static List<Chunk> read(Input input, long from, long to) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        long position = from;
        while (position + HEAD <= to) {
            input.seek(position);
            Chunk chunk = new Chunk(input.readInt(), position + HEAD, readLength(input));
            if (chunk.end() > to) {
                throw new DamagedException("a chunk is longer than the file");
            }
            chunks.add(chunk);
            position = chunk.end() + (chunk.length & 1);
        }
        return chunks;
    }

    private static long readLength(Input input) throws IOException {
        return input.readUnsignedInt();
    }

    long end() {
        return start + length;
    }

    /** The chunk with its head. */
    InputSegment piece() {
        return new InputSegment.OfFile(start - HEAD, HEAD + length);
    }

    /** The length of the chunk with head and padding. */
    long space() {
        return HEAD + length + (length & 1);
    }
}
