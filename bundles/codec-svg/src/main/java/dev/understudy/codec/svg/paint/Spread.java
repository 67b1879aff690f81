package dev.understudy.codec.svg.paint;

/** What is painted before the beginning of a gradient and behind its end. */
enum Spread {
    PAD,
    REFLECT,
    REPEAT;

    /** The place between 0 and 1 whose color a place has. */
    double inside(double place) {
        return switch (this) {
            case PAD -> Math.max(0, Math.min(1, place));
            case REPEAT -> place - Math.floor(place);
            case REFLECT -> {
                double twice = place - 2 * Math.floor(place / 2);
                yield twice > 1 ? 2 - twice : twice;
            }
        };
    }
}
