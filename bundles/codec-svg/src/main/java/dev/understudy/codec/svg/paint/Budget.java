package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;

/** How much may be done for one image: files of a few bytes can ask for more than any machine has. */
final class Budget {

    /** Elements that are painted or measured, each as often as that is done. */
    private static final int MOST_VISITS = 200_000;

    /** Pixels of layers at a time, in images of the whole's size. */
    static final int MOST_LAYERS = 6;

    /** Layers of small images may be larger than that, as tiles are. */
    static final int SMALL = 1 << 20;

    private final long mostPixels;
    private long pixels;
    private int visits;

    Budget(long area) {
        mostPixels = MOST_LAYERS * area + SMALL;
    }

    /** Takes note of an element; ends when nobody wants the image any more. */
    void visit(SvgElement element) {
        if (Thread.currentThread().isInterrupted()) {
            throw SvgRefusal.of("painting for a request that was given up");
        }
        if (++visits > MOST_VISITS) {
            throw SvgRefusal.of(element, "more than " + MOST_VISITS + " elements, counting each use of them");
        }
    }

    /** Takes note of a layer. */
    void reserve(long area) {
        pixels += area;
        if (pixels > mostPixels) {
            throw SvgRefusal.of("more than " + MOST_LAYERS + " layers of its size at a time");
        }
    }

    /** A layer is no longer needed. */
    void release(long area) {
        pixels -= area;
    }
}
