package dev.understudy.codec.tiff;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.meta.TiffDirectory;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/**
 * Looks for entries of a directory that cannot be right, and for those that contradict each other. Whatever is odd in sound files, such as
 * entries out of order or missing ones, is passed over.
 */
final class FieldChecks {

    /** Entries of one number each. */
    private static final Set<Integer> NUMBERS = Set.of(
            TiffTags.WIDTH,
            TiffTags.HEIGHT,
            TiffTags.COMPRESSION,
            TiffTags.PHOTOMETRIC,
            TiffTags.FILL_ORDER,
            TiffTags.SAMPLES_PER_PIXEL,
            TiffTags.ROWS_PER_STRIP,
            TiffTags.PLANAR_CONFIGURATION,
            TiffTags.PREDICTOR,
            TiffTags.TILE_WIDTH,
            TiffTags.TILE_HEIGHT);

    /** Entries of any number of them. */
    private static final Set<Integer> LISTS = Set.of(
            TiffTags.BITS_PER_SAMPLE,
            TiffTags.STRIP_OFFSETS,
            TiffTags.STRIP_BYTE_COUNTS,
            TiffTags.TILE_OFFSETS,
            TiffTags.TILE_BYTE_COUNTS,
            TiffTags.COLOR_MAP,
            TiffTags.EXTRA_SAMPLES,
            TiffTags.SAMPLE_FORMAT,
            TiffTags.SUBSAMPLING);

    /** Lists that are long, and not in the directory itself. */
    private static final int[] LONG_LISTS = {
        TiffTags.STRIP_OFFSETS,
        TiffTags.STRIP_BYTE_COUNTS,
        TiffTags.TILE_OFFSETS,
        TiffTags.TILE_BYTE_COUNTS,
        TiffTags.COLOR_MAP
    };

    /** The types of whole numbers: of 1, 2, 4 and 8 bytes, with and without sign, and places in the file. */
    private static final Set<Integer> WHOLE = Set.of(1, 3, 4, 6, 8, 9, 13, 16, 17, 18);

    /** The types of colors of a palette, which have 16 bits. */
    private static final Set<Integer> COLORS = Set.of(3, 4);

    private static final int HEADER = 8;
    private static final int MOST_INLINE = 2;
    /** Meanings of an extra sample: none, opacity in two ways, and what a program of Corel's writes. */
    private static final Set<Long> EXTRA = Set.of(0L, 1L, 2L, 999L);

    private FieldChecks() {}

    /** Fails when an entry that the image depends on is not of whole numbers, or one of a single number has its values elsewhere. */
    static void requireSound(TiffDirectory directory) throws IOException {
        for (int tag : LISTS) {
            requireWhole(directory, tag);
        }
        for (int tag : NUMBERS) {
            requireWhole(directory, tag);
            if (directory.has(tag) && !isInside(directory, tag) && !isRepeated(directory, tag)) {
                throw new DamagedException("its entry " + tag + " has " + directory.count(tag) + " values");
            }
        }
    }

    private static void requireWhole(TiffDirectory directory, int tag) throws DamagedException {
        Set<Integer> types = tag == TiffTags.COLOR_MAP ? COLORS : WHOLE;
        if (directory.isMisfit(tag) || directory.has(tag) && !types.contains(directory.type(tag))) {
            throw new DamagedException("its entry " + tag + " is not of whole numbers");
        }
    }

    /** Whether an entry has its number once for each sample, as before the standard. */
    private static boolean isRepeated(TiffDirectory directory, int tag) throws IOException {
        long[] values = directory.values(tag, SampleKind.MAX_SAMPLES);
        return values.length == directory.count(tag)
                && values.length == directory.value(TiffTags.SAMPLES_PER_PIXEL, 1)
                && Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private static boolean isInside(TiffDirectory directory, int tag) {
        long position = directory.position(tag);
        return position >= directory.start() && position < directory.end();
    }

    /** Fails when the palette is not of the colors that samples can name, or extra samples are of a meaning that does not exist. */
    static void requireSound(TiffDirectory directory, SampleKind kind) throws IOException {
        boolean palette = kind.photometric() == Photometric.PALETTE;
        if (palette && directory.count(TiffTags.COLOR_MAP) != 3L << kind.bits()) {
            throw new DamagedException(
                    "a palette of " + directory.count(TiffTags.COLOR_MAP) + " values for " + kind.bits() + " bits");
        }
        long extra = directory.count(TiffTags.EXTRA_SAMPLES);
        int surplus = kind.samples() - kind.photometric().stored();
        if (extra > Math.max(surplus, MOST_INLINE) || !EXTRA.contains(directory.value(TiffTags.EXTRA_SAMPLES, 0))) {
            throw new DamagedException("extra samples that do not exist");
        }
        if (palette) {
            requireApart(directory, directory.position(TiffTags.COLOR_MAP), directory.length(TiffTags.COLOR_MAP));
        }
    }

    /** Fails when strips or tiles of samples that are not compressed lie in each other, or in the directory; several may be one. */
    static void requireApart(TiffDirectory directory, long[] offsets, long[] lengths) throws DamagedException {
        long[] starts = offsets.clone();
        long[] ends = new long[offsets.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = offsets[i] + lengths[i];
        }
        Arrays.sort(starts);
        Arrays.sort(ends);
        for (int i = 1; i < starts.length; i++) {
            boolean same = starts[i] == starts[i - 1] && ends[i] == ends[i - 1];
            if (!same && ends[i - 1] > starts[i]) {
                throw new DamagedException("strips or tiles that lie in each other");
            }
        }
        for (int i = 0; i < offsets.length; i++) {
            requireApart(directory, offsets[i], lengths[i]);
            for (int tag : LONG_LISTS) {
                if (isIn(offsets[i], lengths[i], directory.position(tag), directory.length(tag))) {
                    throw new DamagedException("a strip or tile lies in the entry " + tag);
                }
            }
        }
    }

    /** Fails when one place is that of two strips or tiles of different lengths. */
    static void requireOneLength(long[] offsets, long[] lengths) throws DamagedException {
        long[] starts = distinct(offsets);
        if (starts.length == offsets.length) {
            return;
        }
        long[] known = new long[starts.length];
        for (int i = 0; i < offsets.length; i++) {
            int start = Arrays.binarySearch(starts, offsets[i]);
            if (known[start] != 0 && known[start] != lengths[i]) {
                throw new DamagedException("strips or tiles of one place and two lengths");
            }
            known[start] = lengths[i];
        }
    }

    private static long[] distinct(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int number = 0;
        for (long value : sorted) {
            if (number == 0 || sorted[number - 1] != value) {
                sorted[number++] = value;
            }
        }
        return Arrays.copyOf(sorted, number);
    }

    private static void requireApart(TiffDirectory directory, long position, long length) throws DamagedException {
        if (isIn(position, length, 0, HEADER)
                || isIn(position, length, directory.start(), directory.end() - directory.start())) {
            throw new DamagedException("samples or colors lie in the directory");
        }
    }

    private static boolean isIn(long position, long length, long start, long size) {
        return size > 0 && position < start + size && start < position + length;
    }
}
