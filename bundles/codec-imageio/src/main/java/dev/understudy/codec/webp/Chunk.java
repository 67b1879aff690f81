package dev.understudy.codec.webp;

import dev.understudy.codec.io.InputSegment;

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
    static final int XMP = name("XMP ");

    /** Bytes of name and length. */
    static final int HEAD = 8;

    /** The number that four letters make in a little-endian file. */
    static int name(String letters) {
        return letters.charAt(0) | letters.charAt(1) << 8 | letters.charAt(2) << 16 | letters.charAt(3) << 24;
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
