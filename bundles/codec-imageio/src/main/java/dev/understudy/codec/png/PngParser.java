package dev.understudy.codec.png;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import dev.understudy.codec.meta.Density;
import dev.understudy.codec.meta.Exif;
import dev.understudy.codec.raster.Palette;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the chunks of a PNG and checks their sums: the decoder does not. The whole walk ends at the IEND chunk or
 * fails. Chunks that the image does not need are left out when their sum is wrong.
 */
final class PngParser {

    static final long SIGNATURE = 0x89504e470d0a1a0aL;

    private static final int MAX_NOTE = 1 << 24;

    private final Input input;
    private final Extent extent;
    private final byte[] buffer = new byte[1 << 15];
    private final List<InputSegment> essence = new ArrayList<>();
    private @Nullable PngHeader header;
    private @Nullable Palette palette;
    private byte[] transparency = {};
    private @Nullable ColorProfile profile;
    private double density;
    /** The first of them counts. */
    private @Nullable Exif exif;

    private PngParser(Input input, Extent extent) {
        this.input = input;
        this.extent = extent;
    }

    /** How far a file is read. */
    private enum Extent {
        /** Up to the samples. */
        HEAD,
        /** Up to the end, which must be there. */
        WHOLE,
        /** Up to the samples, and these as far as they go. */
        DAMAGED
    }

    /** Reads what stands before the first samples. */
    static PngFile head(Input input) throws IOException, ServeException {
        return new PngParser(input, Extent.HEAD).read();
    }

    /** Reads up to the end of the image. */
    static PngFile whole(Input input) throws IOException, ServeException {
        return new PngParser(input, Extent.WHOLE).read();
    }

    /** Reads what stands before the first samples; these need not be sound nor all there. */
    static PngFile damaged(Input input) throws IOException, ServeException {
        return new PngParser(input, Extent.DAMAGED).read();
    }

    private PngFile read() throws IOException, ServeException {
        input.seek(0);
        if (input.readLong() != SIGNATURE) {
            throw new DamagedException("it does not begin as one");
        }
        essence.add(new InputSegment.OfFile(0, 8));
        boolean end = false;
        while (!end) {
            long start = input.getStreamPosition();
            long length = input.readUnsignedInt();
            String type = new String(input.bytes(start + 4, 4), ISO_8859_1);
            boolean samples = type.equals("IDAT");
            if (samples && extent == Extent.DAMAGED) {
                essence.addAll(DamagedSamples.from(start, input));
                break;
            }
            if (length > input.length() - start - 12) {
                throw new DamagedException("the file ends too early");
            }
            if (!samples || extent == Extent.WHOLE) {
                readChunk(type, start, (int) length);
            }
            end = type.equals("IEND") || (samples && extent == Extent.HEAD);
            input.seek(start + length + 12);
        }
        if (header == null) {
            throw new DamagedException("it has no header");
        }
        return new PngFile(
                header, indexed(header), key(header), profile, density, exif == null ? Exif.NONE : exif, essence);
    }

    /** The one transparent color of an image without alpha and palette. */
    private List<Integer> key(PngHeader of) {
        boolean keyed = of.colorType() == PngHeader.GRAY || of.colorType() == PngHeader.RGB;
        List<Integer> key = new ArrayList<>();
        if (keyed && transparency.length >= 2 * of.bands()) {
            for (int i = 0; i < of.bands(); i++) {
                key.add((transparency[2 * i] & 0xff) << 8 | (transparency[2 * i + 1] & 0xff));
            }
        }
        return key;
    }

    /** The palette of an image that needs one. */
    private @Nullable Palette indexed(PngHeader of) throws DamagedException {
        if (of.colorType() != PngHeader.PALETTE) {
            return null;
        }
        if (palette == null) {
            throw new DamagedException("it has no palette");
        }
        return palette.withAlpha(transparency);
    }

    private void readChunk(String type, long start, int length) throws IOException, ServeException {
        boolean sound = isSound(start, length);
        boolean critical = Character.isUpperCase(type.charAt(0));
        if (critical && !sound) {
            throw new DamagedException("the chunk " + type + " is damaged");
        }
        if (header == null && !type.equals("IHDR")) {
            throw new DamagedException("it does not begin with a header");
        }
        if (critical && !type.equals("PLTE")) {
            essence.add(new InputSegment.OfFile(start, length + 12L));
        }
        if (sound && length < MAX_NOTE) {
            readContent(type, start, length);
        }
    }

    private void readContent(String type, long start, int length) throws IOException, ServeException {
        switch (type) {
            case "IHDR" -> readHeader(input.bytes(start + 8, length));
            case "PLTE" -> readPalette(start, length);
            case "tRNS" -> transparency = input.bytes(start + 8, length);
            case "iCCP" -> profile = PngProfile.read(input.bytes(start + 8, length));
            case "pHYs" -> readDensity(input.bytes(start + 8, length));
            case "eXIf" -> exif = exif == null ? Exif.read(input.part(start + 8, length)) : exif;
            default -> {}
        }
    }

    private void readHeader(byte[] content) throws IOException, ServeException {
        if (header != null) {
            throw new DamagedException("it has two headers");
        }
        header = PngHeader.parse(content);
        DimensionChecks.check(header.width(), header.height());
        DimensionChecks.requirePlausible(header.rawBytes(), input.length(), 1032); // deflate at its best
    }

    private void readPalette(long start, int length) throws IOException {
        if (length % 3 != 0 || length == 0 || length > 768) {
            throw new DamagedException("its palette has " + length + " bytes");
        }
        palette = Palette.ofRgb(input.bytes(start + 8, length));
        if (header != null && header.colorType() == PngHeader.PALETTE) {
            essence.add(new InputSegment.OfFile(start, length + 12L));
        }
    }

    private void readDensity(byte[] content) {
        if (content.length == 9 && content[8] == 1) {
            int meter = (content[0] & 0xff) << 24
                    | (content[1] & 0xff) << 16
                    | (content[2] & 0xff) << 8
                    | (content[3] & 0xff);
            density = Density.ofMetre(meter);
        }
    }

    private boolean isSound(long start, int length) throws IOException {
        CRC32 sum = new CRC32();
        input.seek(start + 4);
        long left = length + 4L;
        while (left > 0) {
            int count = input.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new DamagedException("the file ends too early");
            }
            sum.update(buffer, 0, count);
            left -= count;
        }
        return sum.getValue() == input.readUnsignedInt();
    }
}
