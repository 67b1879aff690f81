package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.image.Region;

/**
 * What is decoded of a component.
 *
 * @param component what the frame says of it
 * @param blocksAcross its blocks in a row, without those that only fill units up
 * @param blocksDown its rows of blocks, likewise
 * @param x along columns
 * @param y along rows
 */
public record ComponentLayout(FrameHeader.Component component, int blocksAcross, int blocksDown, Side x, Side y) {

    /**
     * One direction of what is decoded.
     *
     * @param first the first block
     * @param samples how many samples are made of each block: 8, 4, 2 or 1
     * @param length how many samples are made
     */
    public record Side(int first, int samples, int length) {

        /** The block behind the last one that is decoded. */
        int end() {
            return first + FrameLayout.divideUp(length, samples);
        }

        boolean contains(int block) {
            return block >= first && (block - first) * samples < length;
        }

        /** How many blocks are decoded. */
        int blocks() {
            return end() - first;
        }
    }

    /** Whether fewer samples are made of a block. */
    boolean isCoarserThan(ComponentLayout other) {
        return x.samples < other.x.samples || y.samples < other.y.samples;
    }

    /**
     * The layout of a component.
     *
     * @param reduction by how much the image is smaller
     * @param coarsest how far apart its samples may be, in pixels of the image at full size
     */
    static ComponentLayout of(
            FrameHeader.Component component,
            FrameHeader frame,
            UnitSize unit,
            Region region,
            int reduction,
            int coarsest) {
        int columns = part(frame.width(), component.horizontal(), unit.across());
        int rows = part(frame.height(), component.vertical(), unit.down());
        return new ComponentLayout(
                component,
                FrameLayout.divideUp(columns, UnitSize.BLOCK),
                FrameLayout.divideUp(rows, UnitSize.BLOCK),
                side(region.x(), region.width(), component.horizontal(), unit.across(), reduction, coarsest),
                side(region.y(), region.height(), component.vertical(), unit.down(), reduction, coarsest));
    }

    private static Side side(int start, int length, int factor, int most, int reduction, int coarsest) {
        int first = start / (UnitSize.BLOCK * most) * factor;
        int end = part(start + length, factor, most);
        int samples = samples(factor, most, reduction, coarsest);
        int samplesBefore = first * samples;
        return new Side(first, samples, FrameLayout.divideUp(end * samples, UnitSize.BLOCK) - samplesBefore);
    }

    /**
     * How many samples are made of a side of a block. A component that is coarser than the image keeps its detail where the image is
     * reduced, as far as it is wanted.
     */
    private static int samples(int factor, int most, int reduction, int coarsest) {
        int samples = UnitSize.BLOCK / reduction;
        if (most % (2 * factor) == 0 && samples < UnitSize.BLOCK) {
            samples *= 2;
        }
        boolean even = most % factor == 0 && Integer.bitCount(most / factor) == 1;
        while (even && samples > 1 && 2 * UnitSize.BLOCK * most / factor <= coarsest * samples) {
            samples /= 2;
        }
        return samples;
    }

    private static int part(int size, int factor, int most) {
        return (int) (((long) size * factor + most - 1) / most);
    }
}
