package dev.understudy.engine.text;

/** The place of a line between the sides of its box, or of all lines between its top and bottom. */
enum Align {
    /** The side where reading starts: on the right for a line that is read from right to left. */
    START(0),
    /** On the left whatever the direction. */
    LEFT(0),
    CENTER(0.5),
    /** On the right, or at the bottom. */
    END(1),
    /** From side to side; a line that cannot be widened stands where reading starts. */
    JUSTIFIED(0);

    private final double share;

    Align(double share) {
        this.share = share;
    }

    /** The share of the room that is left which comes before, on the left or above. */
    double share(boolean leftToRight) {
        return (this == START || this == JUSTIFIED) && !leftToRight ? 1 : share;
    }
}
