package dev.understudy.codec.avif.av1;

import dev.understudy.codec.io.DamagedException;

/**
 * Reads the sequence header of an AV1 bitstream.
 *
 * <p>Source: section 5.5 of the AV1 Bitstream &amp; Decoding Process Specification.
 */
final class SequenceHeaderParser {

    private static final int LAST_PROFILE = 2;
    private static final int LAST_LEVEL_OF_ONE_TIER = 7;
    private static final int CHOSEN_BY_FRAME = 2;
    private static final int SRGB_PRIMARIES = 1;
    private static final int SRGB_TRANSFER = 13;

    private final HeaderBitReader in;
    private int profile;
    private int level;
    private boolean highTier;

    private SequenceHeaderParser(HeaderBitReader in) {
        this.in = in;
    }

    static SequenceHeader parse(byte[] bytes, int from, int to) throws DamagedException {
        return new SequenceHeaderParser(new HeaderBitReader(bytes, from, to)).parse();
    }

    private SequenceHeader parse() throws DamagedException {
        profile = in.bits(3);
        if (profile > LAST_PROFILE) {
            throw new DamagedException("there is no AV1 profile " + profile);
        }
        in.skip(1); // a still image
        boolean reduced = in.flag();
        if (reduced) {
            level = in.bits(5);
        } else {
            readOperatingPoints();
        }
        int widthBits = in.bits(4) + 1;
        int heightBits = in.bits(4) + 1;
        int width = in.bits(widthBits) + 1;
        int height = in.bits(heightBits) + 1;
        skipTools(reduced);
        return readColors(width, height);
    }

    private void readOperatingPoints() throws DamagedException {
        boolean decoderModel = false;
        int delayBits = 0;
        if (in.flag()) {
            in.skip(64);
            if (in.flag()) {
                in.skipVariable();
            }
            decoderModel = in.flag();
            if (decoderModel) {
                delayBits = in.bits(5) + 1;
                in.skip(42);
            }
        }
        boolean displayDelay = in.flag();
        int count = in.bits(5) + 1;
        for (int i = 0; i < count; i++) {
            readOperatingPoint(i == 0, decoderModel ? delayBits : 0, displayDelay);
        }
    }

    private void readOperatingPoint(boolean first, int delayBits, boolean displayDelay) throws DamagedException {
        in.skip(12);
        int itsLevel = in.bits(5);
        boolean itsTier = itsLevel > LAST_LEVEL_OF_ONE_TIER && in.flag();
        if (first) {
            level = itsLevel;
            highTier = itsTier;
        }
        if (delayBits > 0 && in.flag()) {
            in.skip(2 * delayBits + 1);
        }
        if (displayDelay && in.flag()) {
            in.skip(4);
        }
    }

    private void skipTools(boolean reduced) throws DamagedException {
        if (!reduced && in.flag()) {
            in.skip(7);
        }
        in.skip(3);
        if (!reduced) {
            skipToolsOfSequences();
        }
        in.skip(3);
    }

    private void skipToolsOfSequences() throws DamagedException {
        in.skip(4);
        boolean order = in.flag();
        if (order) {
            in.skip(2);
        }
        int screenContent = in.flag() ? CHOSEN_BY_FRAME : in.bits(1);
        if (screenContent > 0 && !in.flag()) {
            in.skip(1);
        }
        if (order) {
            in.skip(3);
        }
    }

    private SequenceHeader readColors(int width, int height) throws DamagedException {
        boolean high = in.flag();
        int bits = high ? 10 : 8;
        if (profile == LAST_PROFILE && high && in.flag()) {
            bits = 12;
        }
        boolean gray = profile != 1 && in.flag();
        boolean described = in.flag();
        int primaries = described ? in.bits(8) : ColorCodes.UNSPECIFIED;
        int transfer = described ? in.bits(8) : ColorCodes.UNSPECIFIED;
        int matrix = described ? in.bits(8) : ColorCodes.UNSPECIFIED;
        boolean rgb = primaries == SRGB_PRIMARIES && transfer == SRGB_TRANSFER && matrix == ColorCodes.IDENTITY;
        boolean fullRange = (!gray && rgb) || in.flag();
        ChromaFormat chroma = gray ? ChromaFormat.NONE : rgb ? ChromaFormat.FULL : readChroma(bits);
        int position = chroma == ChromaFormat.HALF ? in.bits(2) : 0;
        ColorCodes color = new ColorCodes(primaries, transfer, matrix, fullRange);
        return new SequenceHeader(profile, level, highTier, width, height, bits, chroma, position, color);
    }

    private ChromaFormat readChroma(int bits) throws DamagedException {
        if (profile < LAST_PROFILE) {
            return profile == 0 ? ChromaFormat.HALF : ChromaFormat.FULL;
        }
        if (bits < 12) {
            return ChromaFormat.HALF_COLUMNS;
        }
        boolean columns = in.flag();
        return ChromaFormat.of(columns, columns && in.flag());
    }
}
