package dev.understudy.codec.tiff;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import dev.understudy.codec.meta.TiffDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The same TIFF with strips that go on after their end, in short black runs. The decoder of facsimile codes makes white of
 * what is missing of a strip; with this file it makes something else of it.
 */
final class PaddedStrips {

    private static final int FILLING = 256;
    /** Horizontal mode, three white pixels, two black ones; in one dimension, runs of that kind. */
    private static final int[] CODES = {0b00110001, 0b10011000, 0b11001100, 0b01100011};

    private final Input input;
    private final TiffDirectory directory;
    private final List<Patch> patches = new ArrayList<>();
    private final List<InputSegment> strips = new ArrayList<>();

    /** Bytes in the place of others. */
    private record Patch(long position, ByteBuffer bytes) {}

    private PaddedStrips(Input input, TiffDirectory directory) {
        this.input = input;
        this.directory = directory;
    }

    /** The file, its strips behind its end; nothing when its directory has no room to say so. */
    static List<InputSegment> of(Input input, TiffDirectory directory) throws IOException {
        boolean tiled = directory.has(TiffTags.TILE_OFFSETS);
        return new PaddedStrips(input, directory)
                .file(
                        tiled ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS,
                        tiled ? TiffTags.TILE_BYTE_COUNTS : TiffTags.STRIP_BYTE_COUNTS);
    }

    private List<InputSegment> file(int offsetTag, int countTag) throws IOException {
        long[] offsets = directory.values(offsetTag);
        long[] counts = directory.values(countTag);
        long[] newOffsets = offsets.clone();
        long[] newCounts = counts.clone();
        InputSegment filling = new InputSegment.InMemory(filling());
        long end = input.length();
        for (int i = 0; i < Math.min(offsets.length, counts.length); i++) {
            strips.add(new InputSegment.OfFile(offsets[i], counts[i]));
            strips.add(filling);
            newOffsets[i] = end;
            newCounts[i] = counts[i] + FILLING;
            end += newCounts[i];
        }
        ByteBuffer writtenOffsets = directory.written(offsetTag, newOffsets);
        ByteBuffer writtenCounts = directory.written(countTag, newCounts);
        if (writtenOffsets == null || writtenCounts == null) {
            return List.of();
        }
        patches.add(new Patch(directory.position(offsetTag), writtenOffsets));
        patches.add(new Patch(directory.position(countTag), writtenCounts));
        patches.sort(Comparator.comparing(Patch::position));
        return patched();
    }

    private List<InputSegment> patched() {
        List<InputSegment> segments = new ArrayList<>();
        long done = 0;
        for (Patch patch : patches) {
            segments.add(new InputSegment.OfFile(done, patch.position - done));
            segments.add(new InputSegment.InMemory(patch.bytes));
            done = patch.position + patch.bytes.limit();
        }
        segments.add(new InputSegment.OfFile(done, input.length() - done));
        segments.addAll(strips);
        return segments;
    }

    private static ByteBuffer filling() {
        byte[] bytes = new byte[FILLING];
        for (int i = 0; i < FILLING; i++) {
            bytes[i] = (byte) CODES[i % CODES.length];
        }
        return ByteBuffer.wrap(bytes);
    }
}
