package dev.understudy.itest.conformance;

/**
 * How far a picture may be from its model.
 *
 * @param largest the largest allowed difference of a channel
 * @param psnr the lowest allowed peak signal to noise ratio in decibels
 */
record Tolerance(int largest, double psnr) {

    /** Reads {@code EXACT}, {@code OFF_BY_ONE} or {@code PERCEPTUAL n} (decibels). */
    static Tolerance parse(String text) {
        String[] words = text.strip().split(" +");
        return switch (words[0]) {
            case "EXACT" -> new Tolerance(0, 0);
            case "OFF_BY_ONE" -> new Tolerance(1, 0);
            case "PERCEPTUAL" -> new Tolerance(255, Double.parseDouble(words[1]));
            default -> throw new IllegalArgumentException("'" + text + "' is no tolerance");
        };
    }

    boolean accepts(Difference difference) {
        return difference.largest() <= largest && difference.psnr() >= psnr;
    }
}
