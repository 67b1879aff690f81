package dev.understudy.itest.conformance;

/**
 * How far an image may be from its model.
 *
 * @param largest the largest allowed difference of a channel
 * @param psnr the lowest allowed peak signal to noise ratio in decibels
 */
record ImageTolerance(int largest, double psnr) {

    /** Reads {@code EXACT}, {@code OFF_BY_ONE} or {@code PERCEPTUAL n} (decibels). */
    static ImageTolerance parse(String text) {
        String[] words = text.strip().split(" +");
        return switch (words[0]) {
            case "EXACT" -> new ImageTolerance(0, 0);
            case "OFF_BY_ONE" -> new ImageTolerance(1, 0);
            case "PERCEPTUAL" -> new ImageTolerance(255, Double.parseDouble(words[1]));
            default -> throw new IllegalArgumentException("'" + text + "' is no tolerance");
        };
    }

    boolean accepts(Difference difference) {
        return difference.largest() <= largest && difference.psnr() >= psnr;
    }
}
