package dev.understudy.engine.plan;

/**
 * Options for setting text, beside its formatting; {@code textAttr=}.
 *
 * @param resolution pixels an inch, above 0; 72 makes a point a pixel
 * @param smoothing how edges come out
 * @param sizing what becomes of the resolution when width and height are given
 * @param wrap how lines are broken
 */
public record TextAttributes(int resolution, Smoothing smoothing, Sizing sizing, Wrap wrap) {

    /** {@code 72,norm,fixedRes,wrap}, the reference's default. */
    public static final TextAttributes DEFAULT = new TextAttributes(72, Smoothing.NORM, Sizing.FIXED, Wrap.WRAP);

    /** {@code 72,norm,maxRes,wrap}: nothing is cut off. */
    public static final TextAttributes FITTED = new TextAttributes(72, Smoothing.NORM, Sizing.MAX, Wrap.WRAP);

    /** The same with another sizing and other breaks. */
    public TextAttributes with(Sizing newSizing, Wrap newWrap) {
        return new TextAttributes(resolution, smoothing, newSizing, newWrap);
    }

    /** The third value of {@code textAttr=}. */
    public enum Sizing {
        /** {@code fixedRes}: what does not fit is cut off. */
        FIXED,
        /** {@code autoRes}: the text fills the layer; {@code resolution} does not matter. */
        AUTO,
        /** {@code maxRes}: the text is made smaller when it does not fit. */
        MAX,
        /** As {@link #MAX}, and text whose layer has no size keeps within the canvas; for errors, which are to be read whole. */
        WHOLE
    }

    /** The last value of {@code textAttr=}. */
    public enum Wrap {
        /** {@code wrap}: between words, within words where one is longer than a line. */
        WRAP,
        /** {@code noWrap}: only where the text says so. */
        NONE,
        /** {@code nbWrap}: between words only. */
        BETWEEN_WORDS
    }
}
