package dev.understudy.codec.tiff;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.TiffDirectory;
import dev.understudy.failure.ServeException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The images of a TIFF that say that they are its first one at half of the size, at a quarter and so on: pages, or directories
 * that hang on the first. What does not fit is passed over, since the full size is always there.
 *
 * <p>Source: TIFF 6.0, NewSubfileType; Adobe's TIFF technical note 1, SubIFDs.
 */
final class TiffPyramid {

    /** Enough for an image of the largest size, with as many pages that are something else. */
    private static final int MAX_DIRECTORIES = 64;

    /** As many as the largest size has. */
    private static final long MOST_HALVINGS = 30;

    private static final int SMALLER = 1;
    private static final int MASK = 4;

    private final TiffFile full;
    private final Input input;
    private final Map<Integer, TiffFile> levels = new HashMap<>();

    private TiffPyramid(TiffFile full, Input input) {
        this.full = full;
        this.input = input;
    }

    /** Finds the levels that are all in the file. */
    static TiffPyramid of(TiffFile full, Input input) throws IOException {
        TiffPyramid pyramid = new TiffPyramid(full, input);
        Deque<Long> positions = pyramid.children();
        positions.add(full.directory().next());
        Set<Long> seen = new HashSet<>();
        while (!positions.isEmpty() && seen.size() < MAX_DIRECTORIES) {
            long position = positions.remove();
            if (position > 0 && seen.add(position)) {
                pyramid.add(position, positions);
            }
        }
        return pyramid;
    }

    private Deque<Long> children() throws IOException {
        Deque<Long> positions = new ArrayDeque<>();
        try {
            for (long child : full.directory().values(TiffTags.SUB_DIRECTORIES, MAX_DIRECTORIES)) {
                positions.add(child);
            }
        } catch (DamagedException | EOFException e) {
            input.forgive("the list of its smaller images is damaged");
        }
        return positions;
    }

    /** Adds a level, if there is one. Whatever is wrong with it, the full size is still there. */
    private void add(long position, Deque<Long> positions) throws IOException {
        try {
            TiffDirectory directory = full.directory().at(position);
            positions.add(directory.next());
            long type = directory.value(TiffTags.NEW_SUBFILE_TYPE, 0);
            int factor = factor(directory.value(TiffTags.WIDTH, 0), directory.value(TiffTags.HEIGHT, 0));
            if ((type & SMALLER) != 0 && (type & MASK) == 0 && factor > 1) {
                TiffFile level = TiffFile.read(directory, input);
                if (level.extra() == full.extra()
                        && areAlike(level.kind().photometric(), full.kind().photometric())) {
                    levels.putIfAbsent(factor, level);
                }
            }
        } catch (DamagedException | EOFException | ServeException e) {
            input.forgive("a page or a smaller image of it cannot be read");
        }
    }

    /** Whether samples of two kinds come out in one color model: those of JPEG may be luma and chroma of what is plain in other codes. */
    private static boolean areAlike(Photometric one, Photometric other) {
        return one == other || isColor(one) && isColor(other);
    }

    private static boolean isColor(Photometric kind) {
        return kind == Photometric.RGB || kind == Photometric.YCBCR;
    }

    /** By what power of 2 this size is smaller, odd sides rounded up or down; 0 for none. */
    private int factor(long width, long height) {
        if (width < 1 || height < 1) {
            return 0;
        }
        // by the longer side, which tells more closely
        double ratio = full.width() >= full.height() ? (double) full.width() / width : (double) full.height() / height;
        int factor = 1 << Math.min(MOST_HALVINGS, Math.round(Math.log(Math.max(1, ratio)) / Math.log(2)));
        return fits(full.width(), width, factor) && fits(full.height(), height, factor) ? factor : 0;
    }

    private static boolean fits(int side, long smaller, int factor) {
        return smaller == Math.max(1, side / factor) || smaller == (side + factor - 1L) / factor;
    }

    /** The largest factor up to which there are all levels. */
    int coarsest() {
        int factor = 1;
        while (levels.containsKey(2 * factor)) {
            factor *= 2;
        }
        return factor;
    }

    /**
     * The level to read.
     *
     * @param maxReduction by how much it may be smaller
     */
    Level level(int maxReduction) {
        int factor = Math.min(Integer.highestOneBit(maxReduction), coarsest());
        return new Level(levels.getOrDefault(factor, full), factor);
    }

    /**
     * One of the images.
     *
     * @param file what its directory says
     * @param factor by how much it is smaller
     */
    record Level(TiffFile file, int factor) {}
}
