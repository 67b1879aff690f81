package dev.understudy.codec.png;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import dev.understudy.failure.ServeException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Walks through the chunks of a PNG and checks their sums: the decoder does not. Chunks that pixels do not depend on are left
 * out when their sum is wrong, and may be missing behind the samples.
 */
final class PngParser {

    static final long SIGNATURE = 0x89504e470d0a1a0aL;

    private static final int MAX_NOTE = 1 << 24;
    /** The length, the name and the sum of a chunk. */
    private static final int FRAME = 12;

    private final Input input;
    private final Extent extent;
    private final PngContents contents;
    private final byte[] buffer = new byte[1 << 15];
    private final List<InputSegment> essence = new ArrayList<>();
    /** The chunk that is being read, as far as it is known. */
    private String type = "";

    private boolean hasSamples;

    private PngParser(Input input, Extent extent) {
        this.input = input;
        this.extent = extent;
        contents = new PngContents(input);
    }

    /** How far a file is read. */
    private enum Extent {
        /** Up to the samples. */
        HEAD,
        /** Up to the end. */
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
        try {
            boolean more = true;
            while (more) {
                more = readNext();
            }
        } catch (EOFException e) {
            requireSamples();
            input.forgive("it has no end");
        }
        essence.addAll(extent == Extent.WHOLE ? DamagedSamples.end() : List.of());
        return contents.file(essence);
    }

    /** Reads the next chunk; whether another one is to be read. */
    private boolean readNext() throws IOException, ServeException {
        long start = input.getStreamPosition();
        type = "";
        long length = input.readUnsignedInt();
        type = new String(input.bytes(start + 4, 4), ISO_8859_1);
        boolean samples = type.equals("IDAT");
        if (samples && extent != Extent.WHOLE) {
            essence.addAll(extent == Extent.DAMAGED ? DamagedSamples.from(start, input) : List.of());
            return false;
        }
        if (length > input.length() - start - FRAME) {
            throw new EOFException();
        }
        readChunk(start, (int) length);
        hasSamples |= samples;
        input.seek(start + length + FRAME);
        return !type.equals("IEND");
    }

    /** Fails unless the file ends behind its samples. */
    private void requireSamples() throws DamagedException {
        if (!hasSamples || type.equals("IDAT")) {
            throw new DamagedException("the file ends too early");
        }
    }

    private void readChunk(long start, int length) throws IOException, ServeException {
        boolean sound = isSound(start, length);
        boolean first = type.equals("IHDR");
        if (!sound && (first || contents.matters(type))) {
            throw new DamagedException("the chunk " + type + " is damaged");
        }
        contents.requireKnown(type);
        if (!sound) {
            input.forgive("a chunk " + type + " with a wrong sum");
        }
        boolean told = sound || type.equals("iCCP"); // which has another sum inside
        if (told && (length < MAX_NOTE) && !hasSamples) {
            contents.add(type, start, length);
        }
        if (contents.isDecodable(type)) {
            essence.add(new InputSegment.OfFile(start, (long) length + FRAME));
        }
    }

    private boolean isSound(long start, int length) throws IOException {
        CRC32 sum = new CRC32();
        input.seek(start + 4);
        long left = length + 4L;
        while (left > 0) {
            int count = input.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new EOFException();
            }
            sum.update(buffer, 0, count);
            left -= count;
        }
        return sum.getValue() == input.readUnsignedInt();
    }
}
