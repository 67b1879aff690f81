package dev.understudy.codec.bmp;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.Density;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * The fields of a bitmap's headers as they are written. There are headers of Windows (12, 40, 52, 56, 108 and 124 bytes) and
 * of OS/2 2.x (16 to 64 bytes); they begin alike, and what a shorter one leaves out is 0.
 *
 * <p>Source: Microsoft's pages on bitmap headers; "OS/2 Bitmap File Format" in Murray and vanRyper's Encyclopedia of Graphics
 * File Formats.
 *
 * @param fileSize bytes of the file
 * @param start where the pixels begin
 * @param headerSize bytes of the second header
 * @param width columns
 * @param height rows, below 0 when the uppermost is stored first
 * @param bits bits a pixel
 * @param compression how they are coded
 * @param imageSize bytes of the pixels, 0 when it does not say
 * @param resolution pixels an inch, 0 when it does not say
 * @param colors colors of the palette, 0 for as many as there can be
 */
record BmpHeaderFields(
        long fileSize,
        long start,
        long headerSize,
        long width,
        long height,
        int bits,
        int compression,
        long imageSize,
        double resolution,
        long colors) {

    static final int UNCOMPRESSED = 0;
    static final int RLE8 = 1;
    static final int RLE4 = 2;
    static final int BIT_FIELDS = 3;
    static final int ALPHA_BIT_FIELDS = 6;

    private static final int FILE_HEADER = 14;
    private static final int OLD_HEADER = 12;
    /** Windows' header that masks follow; within longer ones, they stand at the same place. */
    private static final int SHORT_HEADER = 40;

    private static final Set<Integer> USUAL_HEADERS = Set.of(OLD_HEADER, SHORT_HEADER, 52, 56, 108, 124);
    private static final int SHORTEST_HEADER = 16;
    private static final int LONGEST_UNUSUAL_HEADER = 64;
    private static final Set<Integer> ODD_HEADERS = Set.of(42, 46);
    private static final int WITH_ALPHA_MASK = 56;

    static BmpHeaderFields read(Input input) throws IOException {
        input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        input.seek(0);
        if (input.readUnsignedShort() != 0x4d42) {
            throw new DamagedException("it does not begin as one");
        }
        long fileSize = input.readUnsignedInt();
        input.seek(10);
        long start = input.readUnsignedInt();
        long size = input.readUnsignedInt();
        boolean old = size == OLD_HEADER;
        if (!exists(size)) {
            throw new DamagedException("a header of " + size + " bytes");
        }
        if (start < FILE_HEADER + size) {
            throw new DamagedException("its pixels begin within its header");
        }
        long width = old ? input.readUnsignedShort() : input.readInt();
        long height = old ? input.readUnsignedShort() : input.readInt();
        input.readUnsignedShort(); // planes, always 1
        int bits = input.readUnsignedShort();
        int compression = (int) word(input, 30, size);
        long imageSize = word(input, 34, size);
        double resolution = Density.ofMetre((int) word(input, 38, size));
        return new BmpHeaderFields(
                fileSize, start, size, width, height, bits, compression, imageSize, resolution, word(input, 46, size));
    }

    /** Whether there are headers of a length; OS/2 has them end behind any field. */
    private static boolean exists(long headerSize) {
        return isUsual(headerSize)
                || headerSize >= SHORTEST_HEADER
                        && headerSize <= LONGEST_UNUSUAL_HEADER
                        && (headerSize % Integer.BYTES == 0 || ODD_HEADERS.contains((int) headerSize));
    }

    private static boolean isUsual(long headerSize) {
        return headerSize <= Integer.MAX_VALUE && USUAL_HEADERS.contains((int) headerSize);
    }

    /** A word of the second header, 0 when that is too short for it. */
    private static long word(Input input, long position, long headerSize) throws IOException {
        if (position + Integer.BYTES > FILE_HEADER + headerSize) {
            return 0;
        }
        input.seek(position);
        return input.readUnsignedInt();
    }

    long paletteStart() {
        return FILE_HEADER + headerSize;
    }

    /** How many colors the palette of indexes has, unless the pixels begin before its end. */
    long paletteSize() {
        long most = 1L << bits;
        return colors == 0 ? most : Math.min(colors, most);
    }

    /** Where the palette ends when it is all there; in a file without one, where the header does, with the masks of colors behind it. */
    long headEnd() {
        return bits <= Byte.SIZE
                ? paletteStart() + paletteSize() * (headerSize == OLD_HEADER ? 3 : 4)
                : paletteStart() + (headerSize == SHORT_HEADER && hasMasks() ? masksBytes() : 0);
    }

    private int masksBytes() {
        return (hasAlphaMask() ? 4 : 3) * Integer.BYTES;
    }

    /** Whether the file brings masks of its colors. */
    boolean hasMasks() {
        return compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS;
    }

    /**
     * Fails when the palette cannot be where the header ends: what tells are more colors than indexes, and pixels that begin before its end,
     * but for the headers that programs write who leave colors out. A header of an unusual size is followed by the palette and the pixels at
     * once.
     */
    void requirePalette() throws DamagedException {
        if (bits < Byte.SIZE && colors > 1L << bits) {
            throw new DamagedException("a palette of " + colors + " colors for " + bits + " bits");
        }
        long end = paletteStart() + paletteSize() * paletteEntry();
        boolean shortened = start < end && headerSize != OLD_HEADER && headerSize != SHORT_HEADER;
        if (shortened || start != end && !isUsual(headerSize)) {
            throw new DamagedException(
                    "a header of " + headerSize + " bytes, whose palette does not end at its pixels");
        }
    }

    /** Bytes of a color; some programs of OS/2 write three where there should be four. */
    int paletteEntry() {
        boolean shorter = start - paletteStart() == 3 * paletteSize() && !ODD_HEADERS.contains((int) headerSize);
        return headerSize == OLD_HEADER || shorter ? 3 : 4;
    }

    /** Whether the masks of colors are followed by one of opacity. */
    boolean hasAlphaMask() {
        return headerSize >= WITH_ALPHA_MASK || compression == ALPHA_BIT_FIELDS;
    }
}
