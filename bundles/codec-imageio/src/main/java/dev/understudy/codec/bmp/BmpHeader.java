package dev.understudy.codec.bmp;

import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.Density;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * The headers of a bitmap.
 *
 * @param width columns
 * @param height rows
 * @param bits bits a pixel
 * @param alphaMask which of them are opacity, 0 for none
 * @param resolution pixels an inch, 0 when it does not say
 * @param stored its samples
 */
record BmpHeader(int width, int height, int bits, int alphaMask, double resolution, BmpSampleData stored) {

    private static final int FILE_HEADER = 14;
    private static final int OLD_HEADER = 12;
    private static final int ALPHA_MASK = 66;

    private static final int UNCOMPRESSED = 0;
    private static final int RLE8 = 1;
    private static final int RLE4 = 2;
    private static final int BITFIELDS = 3;

    private static final Set<Integer> DEPTHS = Set.of(1, 4, 8, 16, 24, 32);

    /** Reads the headers, and nothing of the samples. */
    static BmpHeader read(Input input) throws IOException, ServeException {
        input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        input.seek(0);
        if (input.readUnsignedShort() != 0x4d42) {
            throw new DamagedException("it does not begin as one");
        }
        long file = input.readUnsignedInt();
        input.seek(10);
        long start = input.readUnsignedInt();
        long size = input.readUnsignedInt();
        boolean old = size == OLD_HEADER;
        long width = old ? input.readUnsignedShort() : input.readInt();
        long height = Math.abs(old ? input.readUnsignedShort() : (long) input.readInt());
        input.readUnsignedShort();
        int bits = input.readUnsignedShort();
        DimensionChecks.check(width, height);
        if (!DEPTHS.contains(bits)) {
            throw new DamagedException(bits + " bits a pixel do not exist");
        }
        int compression = old ? UNCOMPRESSED : input.readInt();
        long length = old ? 0 : input.readUnsignedInt();
        int meter = old ? 0 : input.readInt();
        long coded = length == 0 ? Math.max(0, file - start) : length; // as the decoder has it
        if (start < FILE_HEADER + OLD_HEADER) {
            throw new DamagedException("its samples begin within its header");
        }
        boolean masked = compression == BITFIELDS && size >= ALPHA_MASK - FILE_HEADER + 4;
        return new BmpHeader(
                (int) width,
                (int) height,
                bits,
                masked ? alphaMask(input) & (bits == 16 ? 0xffff : -1) : 0,
                Density.ofMetre(meter),
                stored(compression, start, coded, width, height, bits));
    }

    private static BmpSampleData stored(int compression, long start, long coded, long width, long height, int bits)
            throws DamagedException, UnsupportedException {
        return switch (compression) {
            case UNCOMPRESSED, BITFIELDS -> new BmpSampleData(start, (width * bits + 31) / 32 * 4 * height, 0);
            case RLE8, RLE4 -> {
                DimensionChecks.requirePlausible(width * height, coded, 255);
                yield new BmpSampleData(start, coded, compression == RLE8 ? 1 : 2);
            }
            default -> throw new UnsupportedException("the compression " + compression + " is not supported");
        };
    }

    private static int alphaMask(Input input) throws IOException {
        input.seek(ALPHA_MASK);
        return input.readInt();
    }

    boolean alpha() {
        return alphaMask != 0;
    }

    ImageInfo info() {
        return new ImageInfo(
                "bmp",
                width,
                height,
                Orientation.NORMAL,
                Samples.RGB,
                bits == 16 ? 5 : Math.min(bits, 8),
                alpha(),
                false,
                resolution);
    }
}
