package dev.understudy.codec.webp;

import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a stretch of a RIFF file.
 *
 * @param whole those that are all there
 * @param cut the one that the stretch ends within, if it does
 */
record Chunks(List<Chunk> whole, @Nullable Chunk cut) {

    Chunks {
        whole = List.copyOf(whole);
    }

    /** The chunks between two positions of a little-endian file. */
    static Chunks read(Input input, long from, long to) throws IOException {
        List<Chunk> whole = new ArrayList<>();
        long position = from;
        while (position + Chunk.HEAD <= to) {
            input.seek(position);
            int name = input.readInt();
            Chunk chunk = new Chunk(name, position + Chunk.HEAD, input.readUnsignedInt());
            if (chunk.end() > to) {
                return new Chunks(whole, chunk);
            }
            whole.add(chunk);
            position = chunk.end() + (chunk.length() & 1);
        }
        return new Chunks(whole, null);
    }

    /** The first whole chunk of a name; null when there is none. */
    @Nullable
    Chunk find(int name) {
        return whole.stream().filter(chunk -> chunk.name() == name).findFirst().orElse(null);
    }

    /** Whether there is an image, or a frame of one. */
    boolean hasImage() {
        return find(Chunk.VP8) != null || find(Chunk.VP8L) != null || find(Chunk.ANMF) != null;
    }
}
