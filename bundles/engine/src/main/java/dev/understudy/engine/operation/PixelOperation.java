package dev.understudy.engine.operation;

/**
 * A change of pixels that a command asks for, with its parameters.
 *
 * <p>The operations of a layer change its foreground: the image with its mask, the text, the solid color; not what
 * {@code color=} and {@code bgColor=} put behind it. Those of the composite change the flattened layers, those of the view
 * come after them.
 */
public sealed interface PixelOperation extends PixelFilter
        permits BlurOperation,
                ColorizeOperation,
                GrowMaskOperation,
                GrowOperation,
                PointOperation,
                SharpenOperation,
                UnsharpMaskOperation {

    /** The order in which operations apply; the reference only hints at it. Within a stage, that of the commands' table. */
    enum Stage {
        /** The shape of what is opaque. */
        SHAPE,
        /** Smoothness. */
        SMOOTHING,
        /** Contrast, before brightness could push what it needs out of the range. */
        CONTRAST,
        /** Brightness. */
        BRIGHTNESS,
        /** Hue, saturation and the balance of colors. */
        COLOR,
        /** Colors that replace others, after the tone has been set. */
        REPLACEMENT,
        /** Added grain. */
        GRAIN,
        /** Sharpness, last as after scaling. */
        SHARPENING
    }

    /** The stage in which it applies. */
    Stage stage();
}
