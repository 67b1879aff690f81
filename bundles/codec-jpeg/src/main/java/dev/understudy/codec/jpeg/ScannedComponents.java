package dev.understudy.codec.jpeg;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.codec.jpeg.syntax.ScanHeader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which components have samples, and how much of them: the decoder makes gray of those that no scan is for. */
final class ScannedComponents {

    private static final int COEFFICIENTS = 64;
    private static final int ABSENT = Integer.MAX_VALUE;

    /** For each component how many bits of each coefficient have been left out so far. */
    private final Map<Integer, int[]> bitsLeftOut = new HashMap<>();

    /** Notes the components of a scan. */
    void add(ScanHeader scan, FrameHeader frame) {
        for (ScanHeader.Component component : scan.components()) {
            int[] left = bitsLeftOut.computeIfAbsent(component.id(), id -> none());
            if (frame.progressive()) {
                int from = Math.min(scan.from(), COEFFICIENTS);
                Arrays.fill(left, from, Math.max(from, Math.min(scan.to() + 1, COEFFICIENTS)), scan.bitsLeftOut());
            } else {
                Arrays.fill(left, 0);
            }
        }
    }

    private static int[] none() {
        int[] left = new int[COEFFICIENTS];
        Arrays.fill(left, ABSENT);
        return left;
    }

    /** Fails unless all components of a frame have been in a scan of the coarsest part of their samples. */
    void requireAll(FrameHeader frame) throws DamagedException {
        for (FrameHeader.Component component : frame.components()) {
            if (left(component)[0] == ABSENT) {
                throw new DamagedException("its component " + component.id() + " has no samples");
            }
        }
    }

    /** Whether there have been scans for every bit of every coefficient. */
    boolean areComplete(FrameHeader frame) {
        return frame.components().stream()
                .allMatch(component -> Arrays.stream(left(component)).allMatch(bits -> bits == 0));
    }

    private int[] left(FrameHeader.Component component) {
        return bitsLeftOut.getOrDefault(component.id(), none());
    }
}
