package dev.understudy.codec.png;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The samples of a damaged PNG, in chunks that end where they do: the decoder wants all chunks, up to the last. */
final class DamagedSamples {

    private static final int HEAD = 8;
    private static final int SUM = 4;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;

    private DamagedSamples() {}

    /** The chunks from the position of the first one on; their sums are right or wrong. */
    static List<InputSegment> from(long first, Input input) throws IOException {
        List<InputSegment> segments = new ArrayList<>();
        long start = first;
        while (start + HEAD < input.length()) {
            input.seek(start);
            long length = input.readUnsignedInt();
            if (input.readInt() != IDAT) {
                break;
            }
            long present = Math.min(length, input.length() - start - HEAD);
            segments.add(head((int) present, IDAT));
            segments.add(new InputSegment.OfFile(start + HEAD, present));
            segments.add(new InputSegment.InMemory(ByteBuffer.allocate(SUM)));
            start += HEAD + length + SUM;
        }
        segments.addAll(end());
        return segments;
    }

    /** A last chunk. */
    static List<InputSegment> end() {
        return List.of(head(0, IEND), new InputSegment.InMemory(ByteBuffer.allocate(SUM)));
    }

    private static InputSegment head(int length, int type) {
        return new InputSegment.InMemory(
                ByteBuffer.allocate(HEAD).putInt(length).putInt(type));
    }
}
