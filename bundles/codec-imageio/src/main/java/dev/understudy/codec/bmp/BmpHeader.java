package dev.understudy.codec.bmp;

import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.Palette;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Samples;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a bitmap.
 *
 * @param width columns
 * @param height rows
 * @param upwards whether the lowest row is stored first
 * @param bits bits a pixel
 * @param runs whether they are coded in runs
 * @param palette the colors of pixels that are indexes, else null
 * @param masks where the colors are in pixels of 16 or 32 bits
 * @param headEnd where what stands before the pixels ends, if all of it is there
 * @param start where the pixels begin in the file
 * @param imageSize how many bytes of pixels there are, 0 when it does not say
 * @param resolution pixels an inch, 0 when it does not say
 */
record BmpHeader(
        int width,
        int height,
        boolean upwards,
        int bits,
        boolean runs,
        @Nullable Palette palette,
        ColorMasks masks,
        long headEnd,
        long start,
        long imageSize,
        double resolution) {

    /** Reads the headers, and nothing of the pixels. */
    static BmpHeader read(Input input) throws IOException, ServeException {
        BmpHeaderFields fields = BmpHeaderFields.read(input);
        DimensionChecks.check(fields.width(), Math.abs(fields.height()));
        boolean runs = isRuns(fields);
        BmpHeader header = new BmpHeader(
                (int) fields.width(),
                (int) Math.abs(fields.height()),
                fields.height() > 0,
                fields.bits(),
                runs,
                fields.bits() <= 8 ? palette(input, fields) : null,
                masks(input, fields),
                fields.headEnd(),
                fields.start(),
                fields.imageSize(),
                fields.resolution());
        header.noteSizes(input, fields);
        return header;
    }

    private static boolean isRuns(BmpHeaderFields fields) throws DamagedException, UnsupportedException {
        int bits = fields.bits();
        boolean exists = switch (fields.compression()) {
            case BmpHeaderFields.UNCOMPRESSED -> bits == 1 || bits == 4 || bits % 8 == 0 && bits >= 8 && bits <= 32;
            case BmpHeaderFields.RLE8 -> bits == 8;
            case BmpHeaderFields.RLE4 -> bits == 4;
            case BmpHeaderFields.BIT_FIELDS, BmpHeaderFields.ALPHA_BIT_FIELDS -> bits == 16 || bits == 32;
            default -> throw new UnsupportedException("the compression " + fields.compression() + " is not supported");
        };
        if (!exists && fields.compression() == BmpHeaderFields.BIT_FIELDS && bits == 1) {
            throw new UnsupportedException("facsimile codes, as OS/2 has them, are not supported");
        }
        if (!exists) {
            throw new DamagedException(bits + " bits a pixel do not exist");
        }
        return fields.compression() == BmpHeaderFields.RLE8 || fields.compression() == BmpHeaderFields.RLE4;
    }

    private static Palette palette(Input input, BmpHeaderFields fields) throws IOException {
        fields.requirePalette();
        int entry = fields.paletteEntry();
        long position = fields.paletteStart();
        long room = (fields.start() - position) / entry;
        byte[] stored = input.bytes(position, Math.min(fields.paletteSize(), room) * entry);
        byte[] colors = new byte[stored.length / entry * 3];
        for (int from = 0, to = 0; to < colors.length; from += entry, to += 3) {
            colors[to] = stored[from + 2];
            colors[to + 1] = stored[from + 1];
            colors[to + 2] = stored[from];
        }
        return Palette.ofRgb(colors);
    }

    private static ColorMasks masks(Input input, BmpHeaderFields fields) throws IOException {
        return fields.hasMasks()
                ? ColorMasks.read(input, fields.bits(), fields.hasAlphaMask())
                : fields.bits() == 16 ? ColorMasks.OF_16_BITS : ColorMasks.OF_32_BITS;
    }

    /** Pixels are where the header says, and as many as it says, whatever else is said of how long they are. */
    private void noteSizes(Input input, BmpHeaderFields fields) {
        if (fields.fileSize() != 0 && fields.fileSize() != input.length()) {
            input.forgive("a wrong file size in its header");
        }
        if (!runs && fields.imageSize() != 0 && fields.imageSize() != rowBytes() * height) {
            input.forgive("a wrong size of its pixels in its header");
        }
    }

    /** Bytes of a row that is not coded in runs, with its padding. */
    long rowBytes() {
        return ((long) width * bits + 31) / 32 * 4;
    }

    /** The row of the image that is stored as number {@code stored}, from 0. */
    int row(int stored) {
        return upwards ? height - 1 - stored : stored;
    }

    boolean alpha() {
        return masks.alpha() != 0;
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
