package dev.understudy.codec.turbo;

import dev.understudy.codec.jpeg.decode.ComponentLayout;
import dev.understudy.codec.jpeg.decode.FrameLayout;
import dev.understudy.codec.jpeg.syntax.FrameHeader;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a component of a whole frame is in native memory. The library's rows of luma and numbers of rows are made even where chroma is
 * half of them, and so on.
 *
 * @param position where it begins
 * @param stride bytes in a row
 * @param width samples of a row that are wanted
 * @param height rows that are wanted
 * @param rows rows
 */
record PlaneLayout(long position, int stride, int width, int height, int rows) {

    /** The planes of a frame, which follow each other. */
    static List<PlaneLayout> of(FrameLayout layout, long position) {
        FrameHeader.Component luma = layout.frame().components().get(0);
        List<PlaneLayout> planes = new ArrayList<>();
        long next = position;
        for (ComponentLayout component : layout.components()) {
            int across = luma.horizontal() / component.component().horizontal();
            int down = luma.vertical() / component.component().vertical();
            int stride = multiple(layout.width(), luma.horizontal()) / across;
            int rows = multiple(layout.height(), luma.vertical()) / down;
            planes.add(new PlaneLayout(
                    next, stride, component.x().length(), component.y().length(), rows));
            next += (long) stride * rows;
        }
        return planes;
    }

    private static int multiple(int length, int of) {
        return (length + of - 1) / of * of;
    }

    /** Where the next one begins. */
    long end() {
        return position + (long) stride * rows;
    }
}
