package dev.understudy.engine.properties;

import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Samples;

/** How values of images are written in properties. */
final class PropertyFormats {

    private PropertyFormats() {}

    /** {@code rrggbb}. */
    static String hex(Color color) {
        return String.format("%02x%02x%02x", color.red(), color.green(), color.blue());
    }

    static String size(PixelSize size) {
        return size.width() + "," + size.height();
    }

    /** The reference's names of pixel types. */
    static String pixelType(Samples samples) {
        return switch (samples) {
            case GRAY -> "BW";
            case CMYK -> "CMYK";
            case RGB, YCC -> "RGB";
        };
    }
}
