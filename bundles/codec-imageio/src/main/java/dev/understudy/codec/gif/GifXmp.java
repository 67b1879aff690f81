package dev.understudy.codec.gif;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.XmpPacket;
import dev.understudy.image.Xmp;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * XMP in a GIF: an application's extension whose packet is no row of blocks, but followed by bytes that lead those who take it for
 * one to its end.
 *
 * <p>Source: XMP Specification, part 3, 1.1.2.
 */
final class GifXmp {

    private static final byte[] APPLICATION = "\013XMP DataXMP".getBytes(US_ASCII);
    /** The bytes behind the packet, down to the one that ends a row of blocks. */
    private static final int TRAILER = 258;

    private static final int EXTENSION = 0x21;
    private static final int APPLICATION_LABEL = 0xff;
    private static final int IMAGE = 0x2c;

    private final Input input;

    private GifXmp(Input input) {
        this.input = input;
    }

    /** The packet. */
    static Optional<Xmp> read(Input input) throws IOException {
        return new GifXmp(input).read();
    }

    private Optional<Xmp> read() throws IOException {
        input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        input.seek(10);
        skipPalette(3 - 1);
        int block = input.read();
        while (block == EXTENSION || block == IMAGE || block == 0) {
            if (block == IMAGE) {
                input.skipBytes(8);
                skipPalette(0);
                input.skipBytes(1);
                skipBlocks();
            } else if (block == EXTENSION && input.readUnsignedByte() == APPLICATION_LABEL && isXmp()) {
                return Optional.of(packet());
            } else if (block == EXTENSION) {
                skipBlocks();
            }
            block = input.read();
        }
        return Optional.empty();
    }

    /** Skips the byte that tells of a palette, some bytes, and the palette. */
    private void skipPalette(int between) throws IOException {
        int flags = input.readUnsignedByte();
        int palette = (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
        input.seek(input.getStreamPosition() + between + palette);
    }

    /** Whether the extension here is XMP; the stream goes on with its packet, or else where it was. */
    private boolean isXmp() throws IOException {
        long start = input.getStreamPosition();
        boolean xmp = input.length() - start >= APPLICATION.length
                && Arrays.equals(APPLICATION, input.bytes(start, APPLICATION.length));
        input.seek(xmp ? start + APPLICATION.length : start);
        return xmp;
    }

    private Xmp packet() throws IOException {
        long start = input.getStreamPosition();
        skipBlocks();
        long length = input.getStreamPosition() - start - TRAILER;
        if (length < 1 || length > XmpPacket.MOST_BYTES) {
            throw new DamagedException("its XMP has " + length + " bytes");
        }
        return XmpPacket.of(input.bytes(start, length));
    }

    private void skipBlocks() throws IOException {
        int length = input.readUnsignedByte();
        while (length > 0) {
            input.seek(input.getStreamPosition() + length);
            length = input.readUnsignedByte();
        }
    }
}
