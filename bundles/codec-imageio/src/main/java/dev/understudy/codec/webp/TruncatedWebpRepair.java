package dev.understudy.codec.webp;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Mends a file that is cut short, so that its chunks end where it does. */
final class TruncatedWebpRepair {

    private static final int HEAD = 8;
    private static final int RIFF_HEAD = 12;
    private static final int FRAME_HEAD = 16;
    private final Input input;
    /** Where the chunks begin that the end of the file lies in, the outermost first. */
    private final List<Long> heads = new ArrayList<>(List.of(0L));

    private long end;

    private TruncatedWebpRepair(Input input) {
        this.input = input;
    }

    /**
     * A whole file with something in the place of what is missing of its image. Chunks after the image are left out.
     *
     * @param filler the byte that stands for what is missing
     * @param count how many such bytes
     */
    static Input mended(Input input, int filler, int count) throws IOException {
        input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        return new TruncatedWebpRepair(input).mend(filler, count);
    }

    private Input mend(int filler, int count) throws IOException {
        boolean inImage = findEnd();
        int filling = inImage ? count : 0;
        List<InputSegment> segments = new ArrayList<>();
        long done = 0;
        for (long head : heads) {
            segments.add(new InputSegment.OfFile(done, head + 4 - done));
            segments.add(length((int) (end + filling - head - HEAD)));
            done = head + HEAD;
        }
        segments.add(new InputSegment.OfFile(done, end - done));
        byte[] missing = new byte[filling];
        Arrays.fill(missing, (byte) filler);
        segments.add(new InputSegment.InMemory(ByteBuffer.wrap(missing)));
        return input.of(segments);
    }

    /** Walks to the chunk in which the file ends; whether that is the image. */
    private boolean findEnd() throws IOException {
        long position = RIFF_HEAD;
        while (position + HEAD <= input.length()) {
            input.seek(position);
            int name = input.readInt();
            long length = input.readUnsignedInt();
            if (position + HEAD + length <= input.length()) {
                position += HEAD + length + (length & 1);
            } else if (name == Chunk.ANMF) {
                heads.add(position);
                position += HEAD + FRAME_HEAD;
            } else if (name == Chunk.VP8 || name == Chunk.VP8L) {
                heads.add(position);
                end = input.length();
                return true;
            } else {
                break;
            }
        }
        end = Math.min(position, input.length());
        return false;
    }

    private static InputSegment length(int length) {
        return new InputSegment.InMemory(
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length));
    }
}
