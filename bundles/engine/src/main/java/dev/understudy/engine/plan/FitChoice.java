package dev.understudy.engine.plan;

/**
 * The value of {@code fit=}.
 *
 * @param fit how the scale is chosen
 * @param upscale whether a view larger than the composite enlarges it
 */
public record FitChoice(Fit fit, boolean upscale) {

    /**
     * The choice of a request without {@code fit=}: the pages on wid and hei have the image fill what is asked for, although
     * the page on fit gives {@code fit,0} as the default.
     */
    public static final FitChoice NONE = new FitChoice(Fit.FIT, true);
}
