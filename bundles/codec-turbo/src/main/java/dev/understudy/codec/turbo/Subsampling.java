package dev.understudy.codec.turbo;

import dev.understudy.codec.jpeg.syntax.FrameHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sampling factors that TurboJPEG has a number for. */
enum Subsampling {
    FULL(0, 3, 1, 1),
    HALF_ACROSS(1, 3, 2, 1),
    HALF_BOTH(2, 3, 2, 2),
    GRAY(3, 1, 1, 1),
    HALF_DOWN(4, 3, 1, 2),
    QUARTER_ACROSS(5, 3, 4, 1);

    private final int number;
    private final int components;
    private final int horizontal;
    private final int vertical;

    Subsampling(int number, int components, int horizontal, int vertical) {
        this.number = number;
        this.components = components;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** What the library calls it. */
    int number() {
        return number;
    }

    /** The subsampling of a frame; null for factors that are unusual. */
    static @Nullable Subsampling of(FrameHeader frame) {
        for (Subsampling one : values()) {
            if (one.isOf(frame.components())) {
                return one;
            }
        }
        return null;
    }

    private boolean isOf(List<FrameHeader.Component> found) {
        return found.size() == components
                && found.get(0).horizontal() == horizontal
                && found.get(0).vertical() == vertical
                && found.stream().skip(1).allMatch(chroma -> chroma.horizontal() == 1 && chroma.vertical() == 1);
    }
}
