package dev.understudy.engine.text;

/** Where a line stands between the sides of its box, or all lines between its top and bottom. */
enum Align {
    START(0),
    CENTER(0.5),
    END(1);

    private final double share;

    Align(double share) {
        this.share = share;
    }

    /** How much of the room that is left comes before. */
    double share() {
        return share;
    }
}
