package dev.understudy.codec.avif;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the values of {@code qlt=} are as quantizers of AV1. A quality is that which JPEG has of the same number, so that an image has
 * fewer bytes and not more when a site goes over to AVIF. The scale was measured: at these points the structural similarity (SSIM)
 * of three sample photographs is, in the mean, that of our JPEG.
 */
final class QualityScale {

    private static final NavigableMap<Integer, Integer> MEASURED = new TreeMap<>(Map.ofEntries(
            Map.entry(1, 62),
            Map.entry(10, 57),
            Map.entry(20, 49),
            Map.entry(30, 43),
            Map.entry(50, 38),
            Map.entry(60, 35),
            Map.entry(70, 31),
            Map.entry(80, 26),
            Map.entry(85, 21),
            Map.entry(90, 15),
            Map.entry(95, 8),
            Map.entry(100, 1)));

    private QualityScale() {}

    /** The quantizer, 1..62, of a quality 1..100: on straight lines between the points. */
    static int quantizer(int quality) {
        Map.Entry<Integer, Integer> below = MEASURED.floorEntry(quality);
        Map.Entry<Integer, Integer> above = MEASURED.ceilingEntry(quality);
        int span = above.getKey() - below.getKey();
        if (span == 0) {
            return below.getValue();
        }
        int fall = below.getValue() - above.getValue();
        return Math.round(below.getValue() - (float) fall * (quality - below.getKey()) / span);
    }
}
