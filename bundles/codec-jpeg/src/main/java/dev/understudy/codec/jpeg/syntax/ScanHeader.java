package dev.understudy.codec.jpeg.syntax;

import dev.understudy.codec.io.DamagedException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The header of a scan.
 *
 * @param components their names and their tables: one of DC codes in the upper four bits, one of AC codes in the lower four
 * @param from the first coefficient, in zigzag order
 * @param to the last coefficient
 * @param bitPositions the upper four bits are above 0 in scans that refine others; the lower four are how many bits are left out
 */
public record ScanHeader(List<Component> components, int from, int to, int bitPositions) {

    private static final int LAST = 63;
    private static final int MAX_BITS_LEFT_OUT = 13;

    /** A component's name and its tables of codes. */
    public record Component(int id, int tables) {}

    public ScanHeader {
        components = List.copyOf(components);
    }

    public static ScanHeader parse(byte[] segment) throws DamagedException {
        int count = segment.length == 0 ? 0 : segment[0] & 0xff;
        if (segment.length < 4 + 2 * count) {
            throw new DamagedException("the header of a scan is cut short");
        }
        List<Component> components = IntStream.range(0, count)
                .mapToObj(i -> new Component(segment[1 + 2 * i] & 0xff, segment[2 + 2 * i] & 0xff))
                .toList();
        int rest = 1 + 2 * count;
        return new ScanHeader(components, segment[rest] & 0xff, segment[rest + 1] & 0xff, segment[rest + 2] & 0xff);
    }

    /** How many of the lowest bits of its coefficients it leaves out. */
    public int bitsLeftOut() {
        return bitPositions & 0xf;
    }

    /** Whether it adds a bit to what scans before it have told. */
    public boolean refines() {
        return bitPositions >> 4 != 0;
    }

    /** The coefficients of the scan, by their numbers as bits. */
    public long band() {
        return -1L >>> LAST - to & -1L << from;
    }

    /** Whether it is of all coefficients with all their bits, as every scan is that is not progressive. */
    public boolean isSequential() {
        return from == 0 && to == LAST && bitPositions == 0;
    }

    /** Fails unless it is a scan as progressive images have them. */
    public void requireProgressive() throws DamagedException {
        boolean first = from == 0 && to == 0;
        boolean others = from > 0 && to >= from && to <= LAST && components.size() == 1;
        boolean bits = bitsLeftOut() <= MAX_BITS_LEFT_OUT && (!refines() || bitPositions >> 4 == bitsLeftOut() + 1);
        if (!(first || others) || !bits) {
            throw new DamagedException("a scan that makes no sense in a progressive image");
        }
    }
}
