package dev.understudy.engine.path;

import dev.understudy.image.EmbeddedPath.Combination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a point that moves to the right is left by a clip. A crossing takes about as long however many contours there are. For one
 * thread.
 */
final class Inside {

    private final List<AreaState> areas = new ArrayList<>();
    /** Of each contour, the area that it belongs to, and its number there. */
    private final List<AreaState> areaOf = new ArrayList<>();

    private final int[] numberOf;
    private final boolean[] winding;
    private final int[] windings;
    private int met;

    Inside(ClipArea clip) {
        clip.inside().forEach(path -> add(path, true));
        clip.outside().forEach(path -> add(path, false));
        windings = new int[areaOf.size()];
        winding = new boolean[areaOf.size()];
        numberOf = new int[areaOf.size()];
        int contour = 0;
        for (PathArea path : clip.paths()) {
            for (int i = 0; i < path.contours().size(); i++, contour++) {
                winding[contour] = path.contours().get(i).winding();
                numberOf[contour] = i;
            }
        }
    }

    private void add(PathArea path, boolean kept) {
        AreaState area = new AreaState(
                path.contours().stream().map(PathArea.Contour::combination).toList(), kept);
        areas.add(area);
        path.contours().forEach(contour -> areaOf.add(area));
    }

    /** Goes back to the far left. */
    void clear() {
        for (int i = 0; i < windings.length; i++) {
            if (isWithin(i)) {
                areaOf.get(i).set(numberOf[i], false);
            }
        }
        Arrays.fill(windings, 0);
        met = (int) areas.stream().filter(AreaState::isMet).count();
    }

    /** Crosses the edge of a contour, which goes down there or up. */
    void cross(int contour, int direction) {
        boolean before = isWithin(contour);
        windings[contour] += direction;
        boolean after = isWithin(contour);
        if (before != after) {
            AreaState area = areaOf.get(contour);
            met -= area.isMet() ? 1 : 0;
            area.set(numberOf[contour], after);
            met += area.isMet() ? 1 : 0;
        }
    }

    private boolean isWithin(int contour) {
        return winding[contour] ? windings[contour] != 0 : windings[contour] % 2 != 0;
    }

    /** Whether it is left. */
    boolean isInside() {
        return met == areas.size();
    }

    /**
     * Whether a point lies in an area of several contours. What each contour makes of those before it is a function of one bit; a tree of
     * functions, each of which does what the two below it do one after the other, knows the result.
     */
    private static final class AreaState {

        private static final int IDENTITY = 0b10;

        private final List<Combination> combinations;
        private final boolean kept;
        private final boolean start;
        private final int leaves;
        /** Bit 0 is the result for false, bit 1 that for true. */
        private final byte[] functions;

        AreaState(List<Combination> combinations, boolean kept) {
            this.combinations = combinations;
            this.kept = kept;
            Combination first = combinations.get(0);
            start = first == Combination.SUBTRACT || first == Combination.INTERSECT;
            leaves = Integer.highestOneBit(Math.max(1, 2 * combinations.size() - 1));
            functions = new byte[2 * leaves];
            Arrays.fill(functions, (byte) IDENTITY);
            for (int i = 0; i < combinations.size(); i++) {
                set(i, false);
            }
        }

        /** Whether the point is in the area, or out of it where that is to be. */
        boolean isMet() {
            return (functions[1] >> (start ? 1 : 0) & 1) == (kept ? 1 : 0);
        }

        void set(int contour, boolean within) {
            int node = leaves + contour;
            functions[node] = function(combinations.get(contour), within);
            for (node /= 2; node >= 1; node /= 2) {
                int first = functions[2 * node];
                int second = functions[2 * node + 1];
                functions[node] = (byte) (second >> (first & 1) & 1 | (second >> (first >> 1 & 1) & 1) << 1);
            }
        }

        private static byte function(Combination combination, boolean within) {
            return (byte)
                    switch (combination) {
                        case EXCLUDE -> within ? 0b01 : IDENTITY;
                        case UNITE -> within ? 0b11 : IDENTITY;
                        case SUBTRACT -> within ? 0b00 : IDENTITY;
                        case INTERSECT -> within ? IDENTITY : 0b00;
                    };
        }
    }
}
