package dev.understudy.codec.jpeg.encode;

import java.util.List;

/**
 * A scan: which coefficients of which components, and how many of their lowest bits are left to later scans.
 *
 * @param components their numbers in the frame
 * @param first place of the first coefficient, 0 for DC
 * @param last place of the last one
 * @param before which lowest bit earlier scans have written, 0 when there was none
 * @param low how many bits are left to later scans
 */
record ScanPlan(List<Integer> components, int first, int last, int before, int low) {

    ScanPlan {
        components = List.copyOf(components);
    }

    /** Whether it adds a bit to what earlier scans have written. */
    boolean refines() {
        return before > 0;
    }
}
