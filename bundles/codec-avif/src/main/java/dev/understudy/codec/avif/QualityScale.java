package dev.understudy.codec.avif;

/** What the values of {@code qlt=} are as quantizers of AV1. */
final class QualityScale {

    private QualityScale() {}

    /** The quantizer, 1..63, of a quality 1..100. */
    static int quantizer(int quality) {
        return Math.max(1, (int) Math.round((100 - quality) * CodingSettings.MOST / 100.0));
    }
}
