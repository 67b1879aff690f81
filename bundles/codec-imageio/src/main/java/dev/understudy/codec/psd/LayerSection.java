package dev.understudy.codec.psd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.util.Set;

/**
 * What the section of layers says of the merged image. Layers of 16 and 32 bits a sample stand in a block behind those of 8.
 *
 * <p>Source: Adobe Photoshop File Formats Specification, "Layer and Mask Information Section".
 *
 * @param layers whether there are any
 * @param transparency whether the first channel behind the colors is the opacity of the merged image
 */
record LayerSection(boolean layers, boolean transparency) {

    private static final int SIGNATURE = 0x3842494d; // 8BIM
    private static final int LARGE_SIGNATURE = 0x38423634; // 8B64
    private static final int BLOCK_HEAD = 12;
    private static final Set<String> LAYERS = Set.of("Layr", "Lr16", "Lr32");
    private static final Set<String> TRANSPARENCY = Set.of("Mtrn", "Mt16", "Mt32");
    private static final Set<String> LONG_LENGTHS = Set.of(
            "LMsk", "Lr16", "Lr32", "Layr", "Mt16", "Mt32", "Mtrn", "Alph", "FMsk", "lnk2", "FEid", "FXid", "PxSD");

    private static final LayerSection NONE = new LayerSection(false, false);

    /** Reads a section between two positions. */
    static LayerSection read(Input input, PsdHeader header, long start, long end) throws IOException {
        long width = header.large() ? 8 : 4;
        if (end - start < width) {
            return NONE;
        }
        input.seek(start);
        long length = length(input, header.large(), end);
        LayerSection found = length < 2 ? NONE : ofCount(input.readShort());
        long mask = start + width + length;
        if (end - mask < 4) {
            return found;
        }
        input.seek(mask);
        return readBlocks(input, header, mask + 4 + length(input, false, end), end, found);
    }

    private static LayerSection readBlocks(Input input, PsdHeader header, long start, long end, LayerSection first)
            throws IOException {
        LayerSection found = first;
        long position = start;
        while (end - position >= BLOCK_HEAD) {
            input.seek(position);
            int signature = input.readInt();
            if (signature != SIGNATURE && signature != LARGE_SIGNATURE) {
                position++; // blocks are padded, and not by all programs alike
                if (position > start + 3) {
                    throw new DamagedException("its layers are damaged");
                }
                continue;
            }
            String key = new String(input.bytes(position + 4, 4), ISO_8859_1);
            boolean large = header.large() && LONG_LENGTHS.contains(key);
            long length = length(input, large, end);
            if (LAYERS.contains(key) && length >= 2) {
                found = ofCount(input.readShort());
            } else if (TRANSPARENCY.contains(key)) {
                found = new LayerSection(found.layers(), true);
            }
            start = position + (large ? 16 : BLOCK_HEAD) + length;
            position = start;
        }
        return found;
    }

    /** A count below 0 says that the merged image is transparent. */
    private static LayerSection ofCount(int count) {
        return new LayerSection(count != 0, count < 0);
    }

    private static long length(Input input, boolean large, long end) throws IOException {
        long length = large ? input.readLong() : input.readUnsignedInt();
        if (length < 0 || length > end - input.getStreamPosition()) {
            throw new DamagedException("its layers are cut short");
        }
        return length;
    }
}
