package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.raster.Chroma;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.ArrayList;
import java.util.List;

/**
 * What is encoded: the components and how they lie above each other.
 *
 * @param width columns of the image
 * @param height rows of the image
 * @param components one of gray, three of YCbCr or four inks
 */
record Frame(int width, int height, List<FrameComponent> components) {

    /** More blocks than this an MCU cannot have. */
    private static final int MOST_BLOCKS = 10;

    /**
     * The frame of an image.
     *
     * @param pixels GRAY, CMYK or YCC; chroma planes that are smaller than the image are taken as they are
     * @param fullChroma whether chroma has the size of the image; else it has half of it, if it is not smaller already
     */
    static Frame of(Pixels pixels, boolean fullChroma) {
        if (pixels.samples() != Samples.YCC) {
            return of(pixels.width(), pixels.height(), pixels.planes());
        }
        List<Plane> planes = List.of(pixels.plane(0), chroma(pixels, 1, fullChroma), chroma(pixels, 2, fullChroma));
        Frame frame = of(pixels.width(), pixels.height(), planes);
        return frame.blocksOfMcu() <= MOST_BLOCKS ? frame : of(withHalves(pixels), fullChroma);
    }

    private static Plane chroma(Pixels pixels, int index, boolean full) {
        if (full) {
            return Chroma.full(pixels, index);
        }
        Plane plane = pixels.plane(index);
        boolean whole = plane.width() == pixels.width() && plane.height() == pixels.height();
        return whole ? ChromaHalving.half(plane) : plane;
    }

    /** Chroma of a quarter of the image's sides makes MCUs of too many blocks, and is enlarged. */
    private static Pixels withHalves(Pixels pixels) {
        List<Plane> planes = List.of(
                pixels.plane(0),
                ChromaHalving.half(Chroma.full(pixels, 1)),
                ChromaHalving.half(Chroma.full(pixels, 2)));
        return new Pixels(Samples.YCC, planes, null, null);
    }

    private static Frame of(int width, int height, List<Plane> planes) {
        int across = 1;
        int down = 1;
        for (Plane plane : planes) {
            across = Math.max(across, Chroma.factor(width, plane.width()));
            down = Math.max(down, Chroma.factor(height, plane.height()));
        }
        boolean chroma = planes.size() == 3;
        List<FrameComponent> components = new ArrayList<>();
        for (Plane plane : planes) {
            int table = chroma && !components.isEmpty() ? 1 : 0;
            components.add(new FrameComponent(
                    plane,
                    across / Chroma.factor(width, plane.width()),
                    down / Chroma.factor(height, plane.height()),
                    table));
        }
        return new Frame(width, height, List.copyOf(components));
    }

    /** How many blocks an MCU has. */
    int blocksOfMcu() {
        return components.stream().mapToInt(FrameComponent::blocks).sum();
    }

    /**
     * Coefficients of all components, none of them read.
     *
     * @param whole whether all rows are needed at a time; else those of a row of MCUs
     */
    List<ComponentBlocks> newBlocks(boolean whole) {
        return components.stream()
                .map(component -> new ComponentBlocks(component, whole))
                .toList();
    }

    /** MCUs from left to right. */
    int mcuColumns() {
        int across =
                components.stream().mapToInt(FrameComponent::horizontal).max().orElse(1);
        return (width + 8 * across - 1) / (8 * across);
    }

    /** How many blocks there are. */
    long blocks() {
        return (long) mcuColumns() * mcuRows() * blocksOfMcu();
    }

    /** MCUs from top to bottom. */
    int mcuRows() {
        int down = components.stream().mapToInt(FrameComponent::vertical).max().orElse(1);
        return (height + 8 * down - 1) / (8 * down);
    }
}
