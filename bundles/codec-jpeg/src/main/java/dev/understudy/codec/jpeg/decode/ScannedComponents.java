package dev.understudy.codec.jpeg.decode;

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

    /** Notes the components of a scan, which must go on where those before it have ended. */
    void add(ScanHeader scan, FrameHeader frame) throws DamagedException {
        for (ScanHeader.Component component : scan.components()) {
            int[] left = bitsLeftOut.computeIfAbsent(component.id(), id -> none());
            if (frame.progressive()) {
                scan.requireProgressive();
                requireNext(scan, left);
                Arrays.fill(left, scan.from(), scan.to() + 1, scan.bitsLeftOut());
            } else {
                Arrays.fill(left, 0);
            }
        }
    }

    private static void requireNext(ScanHeader scan, int[] left) throws DamagedException {
        boolean next = scan.from() == 0 || left[0] != ABSENT;
        for (int i = scan.from(); i <= scan.to(); i++) {
            next &= scan.refines() ? left[i] == scan.bitsLeftOut() + 1 : left[i] == ABSENT;
        }
        if (!next) {
            throw new DamagedException("its scans do not follow each other");
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
