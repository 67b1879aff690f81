package dev.understudy.codec.psd;

import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.util.List;

/**
 * The color modes whose merged images are read, with the depths that are. A duotone is read as gray, which the specification has for
 * programs that do not know its inks. Multichannel images are not read, since their channels are inks of any color.
 *
 * <p>Source: Adobe Photoshop File Formats Specification, "File Header Section".
 */
enum ColorMode {
    BITMAP(0, 1, Samples.GRAY, 1),
    GRAYSCALE(1, 1, Samples.GRAY, 8, 16, 32),
    INDEXED(2, 1, Samples.RGB, 8),
    RGB(3, 3, Samples.RGB, 8, 16, 32),
    CMYK(4, 4, Samples.CMYK, 8, 16),
    DUOTONE(8, 1, Samples.GRAY, 8),
    LAB(9, 3, Samples.RGB, 8);

    private static final int MULTICHANNEL = 7;

    private final int number;
    private final int channels;
    private final Samples samples;
    private final List<Integer> depths;

    ColorMode(int number, int channels, Samples samples, Integer... depths) {
        this.number = number;
        this.channels = channels;
        this.samples = samples;
        this.depths = List.of(depths);
    }

    /** The mode of a number, if images of that depth are read. */
    static ColorMode of(int number, int depth) throws IOException {
        for (ColorMode mode : values()) {
            if (mode.number == number && mode.depths.contains(depth)) {
                return mode;
            }
        }
        if (depth != 1 && depth != 8 && depth != 16 && depth != 32) {
            throw new DamagedException("its samples have " + depth + " bits");
        }
        String name = switch (number) {
            case MULTICHANNEL -> "multichannel, whose channels are inks of any color,";
            default -> "color mode " + number;
        };
        throw new UnsupportedException(name + " of " + depth + " bits a sample");
    }

    /** How many channels are its colors. */
    int channels() {
        return channels;
    }

    /** What they are decoded to. */
    Samples samples() {
        return samples;
    }
}
