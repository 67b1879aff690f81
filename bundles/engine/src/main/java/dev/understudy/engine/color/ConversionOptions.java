package dev.understudy.engine.color;

/**
 * How colors are converted from one profile to another.
 *
 * @param intent what is kept of colors that cannot be shown
 * @param blackPoint whether the darkest color of one becomes that of the other; never with {@link RenderIntent#ABSOLUTE}
 * @param dither whether samples are rounded up or down by their place in the image, so that areas keep their mean
 */
public record ConversionOptions(RenderIntent intent, boolean blackPoint, boolean dither) {

    /** The options where nobody says otherwise. */
    public static final ConversionOptions DEFAULT = new ConversionOptions(RenderIntent.RELATIVE, true, false);

    public ConversionOptions {
        blackPoint = blackPoint && intent != RenderIntent.ABSOLUTE;
    }

    /** The same conversion of colors whose samples are rounded one by one. */
    public ConversionOptions undithered() {
        return new ConversionOptions(intent, blackPoint, false);
    }
}
