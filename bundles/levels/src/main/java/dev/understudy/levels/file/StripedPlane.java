package dev.understudy.levels.file;

import dev.understudy.image.Plane;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of a plane: its size, and a checksum for each stripe of rows, so that a part can be read and checked alone.
 *
 * @param width samples in a row
 * @param height rows
 * @param checksums by stripe
 */
record StripedPlane(int width, int height, int[] checksums) {

    /** Samples of a stripe, about: a read that stays in the cache of a processor until it is checked. */
    private static final int STRIPE = 1 << 16;

    StripedPlane {
        if (width < 1 || height < 1 || checksums.length != stripes(width, height)) {
            throw new IllegalArgumentException("a plane of " + width + "x" + height + " in " + checksums.length);
        }
    }

    static StripedPlane of(Plane plane) {
        int[] checksums = new int[stripes(plane.width(), plane.height())];
        int rows = rows(plane.width());
        for (int i = 0; i < checksums.length; i++) {
            int first = i * rows;
            int count = Math.min(rows, plane.height() - first);
            checksums[i] = checksum(plane.samples(), first * plane.width(), count * plane.width());
        }
        return new StripedPlane(plane.width(), plane.height(), checksums);
    }

    /** How many stripes a plane has. */
    static int stripes(int width, int height) {
        int rows = rows(width);
        return (height + rows - 1) / rows;
    }

    /** Rows of each stripe but the last. */
    int rows() {
        return rows(width);
    }

    /** Bytes of all samples. */
    long length() {
        return (long) width * height;
    }

    /** Whether samples are those of a stripe. */
    boolean isStripe(int stripe, byte[] samples, int offset, int length) {
        return checksums[stripe] == checksum(samples, offset, length);
    }

    /**
     * What a part of the level is in this plane, which may be coarser than the first one.
     *
     * @param part of the first plane
     * @param first the first plane of the level
     * @return null when the part begins or ends within a sample
     */
    @Nullable
    PlanePart part(PlanePart part, StripedPlane first) {
        int byX = factor(first.width, width);
        int byY = factor(first.height, height);
        boolean whole = part.left() % byX == 0
                && part.top() % byY == 0
                && (part.right() == first.width || part.right() % byX == 0)
                && (part.bottom() == first.height || part.bottom() % byY == 0);
        return whole
                ? new PlanePart(
                        part.left() / byX,
                        part.top() / byY,
                        part.right() == first.width ? width : part.right() / byX,
                        part.bottom() == first.height ? height : part.bottom() / byY)
                : null;
    }

    private static int rows(int width) {
        return Math.max(1, STRIPE / width);
    }

    private static int factor(int whole, int part) {
        return part == whole ? 1 : part == (whole + 1) / 2 ? 2 : 4;
    }

    private static int checksum(byte[] samples, int offset, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(samples, offset, length);
        return (int) checksum.getValue();
    }
}
