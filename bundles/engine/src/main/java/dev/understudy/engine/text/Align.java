package dev.understudy.engine.text;

/** Where a line stands between the sides of its box, or all lines between its top and bottom. */
enum Align {
    /** Where reading starts: on the right for a line that is read from right to left. */
    START(0),
    /** On the left whatever the direction. */
    LEFT(0),
    CENTER(0.5),
    /** On the right, or at the bottom. */
    END(1);

    private final double share;

    Align(double share) {
        this.share = share;
    }

    /** How much of the room that is left comes before, on the left or above. */
    double share(boolean leftToRight) {
        return this == START && !leftToRight ? 1 : share;
    }
}
