package dev.understudy.itest.hostile;

import java.util.ArrayList;
import java.util.List;

/** GIF: a screen, a palette, blocks, and sub-blocks of up to 255 bytes. */
final class GifFields implements FormatFields {

    private static final int SCREEN = 13;
    private static final int EXTENSION = 0x21;

    @Override
    public List<Field> lengths(byte[] file) {
        List<Field> lengths = new ArrayList<>(List.of(new Field(10, 1, false)));
        int at = image(file, lengths);
        lengths.add(new Field(at + 9, 1, false));
        int samples = at + 10 + palette(file[at + 9]);
        lengths.add(new Field(samples, 1, false));
        subBlocks(file, samples + 1, lengths);
        return lengths;
    }

    @Override
    public List<Field> sizes(byte[] file) {
        int at = image(file, new ArrayList<>());
        List<Field> sizes = new ArrayList<>(List.of(new Field(6, 2, false), new Field(8, 2, false)));
        for (int i = 0; i < 4; i++) {
            sizes.add(new Field(at + 1 + 2 * i, 2, false));
        }
        return sizes;
    }

    /** Where the first image begins. */
    private static int image(byte[] file, List<Field> lengths) {
        int at = SCREEN + palette(file[10]);
        while (file[at] == EXTENSION) {
            at = subBlocks(file, at + 2, lengths);
        }
        return at;
    }

    private static int subBlocks(byte[] file, int first, List<Field> lengths) {
        int at = first;
        while (file[at] != 0) {
            lengths.add(new Field(at, 1, false));
            at += 1 + (file[at] & 0xff);
        }
        return at + 1;
    }

    private static int palette(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
    }
}
