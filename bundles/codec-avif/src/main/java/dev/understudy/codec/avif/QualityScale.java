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

    private static final NavigableMap<Double, Integer> MEASURED = new TreeMap<>(Map.ofEntries(
            Map.entry(1.0, 62),
            Map.entry(10.0, 57),
            Map.entry(20.0, 49),
            Map.entry(30.0, 43),
            Map.entry(50.0, 38),
            Map.entry(60.0, 35),
            Map.entry(70.0, 31),
            Map.entry(80.0, 26),
            Map.entry(85.0, 21),
            Map.entry(90.0, 15),
            Map.entry(95.0, 8),
            Map.entry(100.0, 1)));

    private QualityScale() {}

    /** The quantizer, 1..62, of a quality 1..100: on straight lines between the points. */
    static int quantizer(double quality) {
        Map.Entry<Double, Integer> below = MEASURED.floorEntry(quality);
        Map.Entry<Double, Integer> above = MEASURED.ceilingEntry(quality);
        double span = above.getKey() - below.getKey();
        if (span == 0) {
            return below.getValue();
        }
        int fall = below.getValue() - above.getValue();
        return (int) Math.round(below.getValue() - fall * (quality - below.getKey()) / span);
    }
}
