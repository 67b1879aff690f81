package dev.understudy.codec.jpeg.syntax;

import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.codec.io.DamagedException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JPEG frame header.
 *
 * @param process the marker that it came with: SOF0 baseline, SOF1 extended, SOF2 progressive
 * @param bits bits a sample
 * @param width columns
 * @param height rows, 0 when the first scan has to tell
 * @param components in the order of the file
 */
public record FrameHeader(int process, int bits, int width, int height, List<Component> components) {

    /** A component's name, its sampling factors and the number of its table of steps. */
    public record Component(int id, int horizontal, int vertical, int steps) {}

    public FrameHeader {
        components = List.copyOf(components);
    }

    public static FrameHeader parse(int marker, byte[] segment) throws DamagedException {
        if (segment.length < 6 || segment.length < 6 + 3 * (segment[5] & 0xff)) {
            throw new DamagedException("its frame header is cut short");
        }
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < (segment[5] & 0xff); i++) {
            int factors = segment[7 + 3 * i] & 0xff;
            components.add(
                    new Component(segment[6 + 3 * i] & 0xff, factors >> 4, factors & 0xf, segment[8 + 3 * i] & 0xff));
        }
        return new FrameHeader(marker, segment[0] & 0xff, word(segment, 3), word(segment, 1), components);
    }

    public FrameHeader withHeight(int rows) {
        return new FrameHeader(process, bits, width, rows, components);
    }

    /** Refuses what is not decoded. */
    public void requireSupported() throws DamagedException, UnsupportedException {
        if (process != Markers.SOF0 && process != Markers.SOF1 && process != Markers.SOF2) {
            throw new UnsupportedException("the coding process " + (process - Markers.SOF0) + " is not supported");
        }
        if (bits != 8) {
            throw new UnsupportedException(bits + " bits a sample are not supported");
        }
        if (components.size() != 1 && components.size() != 3 && components.size() != 4) {
            throw new UnsupportedException(components.size() + " components are not supported");
        }
        for (Component component : components) {
            if (component.horizontal < 1
                    || component.horizontal > 4
                    || component.vertical < 1
                    || component.vertical > 4) {
                throw new DamagedException("its sampling factors are impossible");
            }
        }
    }

    /** Whether its samples come in scans that make each other finer. */
    public boolean progressive() {
        return process == Markers.SOF2;
    }

    private static int word(byte[] bytes, int offset) {
        return (bytes[offset] & 0xff) << 8 | (bytes[offset + 1] & 0xff);
    }
}
