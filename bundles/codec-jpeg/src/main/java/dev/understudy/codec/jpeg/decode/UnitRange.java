package dev.understudy.codec.jpeg.decode;

/**
 * Columns or rows of units of a scan.
 *
 * @param first the first of them
 * @param end the one behind the last
 */
record UnitRange(int first, int end) {

    /** The columns that blocks are wanted of. */
    static UnitRange columns(FrameScan scan) {
        int first = scan.across();
        int end = 0;
        for (ScanComponent component : scan.components()) {
            ComponentLayout.Side side = component.layout().x();
            first = Math.min(first, side.first() / component.across());
            end = Math.max(end, FrameLayout.divideUp(side.end(), component.across()));
        }
        return new UnitRange(first, Math.min(end, scan.across()));
    }

    /** The rows that blocks are wanted of. */
    static UnitRange rows(FrameScan scan) {
        int first = scan.down();
        int end = 0;
        for (ScanComponent component : scan.components()) {
            ComponentLayout.Side side = component.layout().y();
            first = Math.min(first, side.first() / component.down());
            end = Math.max(end, FrameLayout.divideUp(side.end(), component.down()));
        }
        return new UnitRange(first, Math.min(end, scan.down()));
    }
}
