package dev.understudy.image;

/**
 * JPEG encoder settings; {@code qlt=} and {@code attribute::JpegQuality}.
 *
 * @param quality 1..100
 * @param fullChroma whether chroma is kept at full resolution
 */
public record JpegQuality(int quality, boolean fullChroma) {

    public JpegQuality {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality " + quality + " is not in 1..100");
        }
    }
}
