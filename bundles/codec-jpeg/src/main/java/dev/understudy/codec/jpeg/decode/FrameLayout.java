package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is decoded of a frame, and how small.
 *
 * @param frame its header
 * @param region what part of the image, in pixels at full size: whole units, but for those at the right and lower edge
 * @param reduction by how much it is smaller: 1, 2, 4 or 8
 * @param unitsAcross how many units there are in a row
 * @param unitsDown how many rows of units there are
 * @param components in the order of the frame
 */
public record FrameLayout(
        FrameHeader frame,
        Region region,
        int reduction,
        int unitsAcross,
        int unitsDown,
        List<ComponentLayout> components) {

    private static final int MOST_REDUCTION = 8;
    /** By how much more than luma chroma is reduced at most. */
    public static final int COARSEST_CHROMA = 2;

    private static final UnitSize LARGEST_UNIT = new UnitSize(2, 2);

    public FrameLayout {
        components = List.copyOf(components);
    }

    /** The layout for at least the wanted part of the image, with all components as fine as the first. */
    public static FrameLayout of(FrameHeader frame, Region wanted, int maxReduction) {
        return of(frame, wanted, maxReduction, maxReduction);
    }

    /**
     * The layout for at least the wanted part of the image.
     *
     * @param wanted a part of the image, not empty
     * @param maxReduction how small it may be at most
     * @param maxChromaReduction how small all components but the first may be at most
     */
    public static FrameLayout of(FrameHeader frame, Region wanted, int maxReduction, int maxChromaReduction) {
        int reduction = reduction(maxReduction);
        int coarsest = Integer.highestOneBit(Math.min(COARSEST_CHROMA * reduction, maxChromaReduction));
        UnitSize unit = UnitSize.of(frame);
        Region region = wholeUnits(wanted, unit).intersect(new Region(0, 0, frame.width(), frame.height()));
        List<ComponentLayout> components = new ArrayList<>();
        for (FrameHeader.Component component : frame.components()) {
            int most = components.isEmpty() ? reduction : coarsest;
            components.add(ComponentLayout.of(component, frame, unit, region, reduction, most));
        }
        return new FrameLayout(
                frame,
                region,
                reduction,
                divideUp(frame.width(), unit.width()),
                divideUp(frame.height(), unit.height()),
                components);
    }

    private static int reduction(int maxReduction) {
        return Integer.highestOneBit(Math.min(MOST_REDUCTION, maxReduction));
    }

    /**
     * Bytes that decoding takes at most: samples, and once more for their colors; of a progressive image the coefficients of what is
     * wanted, and which coefficients of all blocks are not 0.
     *
     * @param info what the file says
     * @param wanted a part of the image, not empty
     * @param maxReduction how small it may be at most
     */
    public static long memory(ImageInfo info, Region wanted, int maxReduction) {
        int reduction = reduction(maxReduction);
        Region region = wholeUnits(wanted, LARGEST_UNIT).intersect(new Region(0, 0, info.width(), info.height()));
        long samples = (long) divideUp(region.width(), reduction) * divideUp(region.height(), reduction);
        long planes = info.samples().planes();
        if (!info.progressive()) {
            return samples * planes * 2;
        }
        return (samples * (2 + Short.BYTES) + info.area() / Long.BYTES) * planes;
    }

    /** The units that a region touches, and one more around them: chroma at their edges is enlarged from both sides. */
    private static Region wholeUnits(Region wanted, UnitSize unit) {
        int left = Math.max(0, wanted.x() / unit.width() - 1) * unit.width();
        int top = Math.max(0, wanted.y() / unit.height() - 1) * unit.height();
        int right = (divideUp(wanted.x() + wanted.width(), unit.width()) + 1) * unit.width();
        int bottom = (divideUp(wanted.y() + wanted.height(), unit.height()) + 1) * unit.height();
        return new Region(left, top, right - left, bottom - top);
    }

    /** Whether components are coarser than they would be if chroma had to be as fine as luma. */
    public boolean reducesChroma() {
        List<ComponentLayout> finest = of(frame, region, reduction).components;
        return IntStream.range(0, components.size())
                .anyMatch(i -> components.get(i).isCoarserThan(finest.get(i)));
    }

    /** Columns of the decoded image. */
    public int width() {
        return divideUp(region.width(), reduction);
    }

    /** Rows of the decoded image. */
    public int height() {
        return divideUp(region.height(), reduction);
    }

    /** By how much a component has fewer columns than the decoded image; 0 when by no whole number. */
    public int coarserX(ComponentLayout layout) {
        return coarser(
                UnitSize.of(frame).across(),
                layout.component().horizontal() * layout.x().samples());
    }

    /** By how much a component has fewer rows than the decoded image; 0 when by no whole number. */
    public int coarserY(ComponentLayout layout) {
        return coarser(
                UnitSize.of(frame).down(),
                layout.component().vertical() * layout.y().samples());
    }

    /** The column of a component that a column of the decoded image lies in. */
    public int columnOf(int x, ComponentLayout layout) {
        int part = layout.component().horizontal() * layout.x().samples();
        return place(x, UnitSize.of(frame).across(), part, layout.x().length());
    }

    /** The row of a component that a row of the decoded image lies in. */
    public int rowOf(int y, ComponentLayout layout) {
        int part = layout.component().vertical() * layout.y().samples();
        return place(y, UnitSize.of(frame).down(), part, layout.y().length());
    }

    private int place(int place, int most, int part, int length) {
        return Math.min(length - 1, (2 * place + 1) * part / (2 * most * UnitSize.BLOCK / reduction));
    }

    private int coarser(int most, int samples) {
        int whole = most * UnitSize.BLOCK / reduction;
        return whole % samples == 0 ? whole / samples : 0;
    }

    static int divideUp(int value, int by) {
        return (value + by - 1) / by;
    }
}
