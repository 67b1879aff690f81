package dev.understudy.engine.command;

import dev.understudy.engine.plan.Fit;
import java.util.Locale;

/**
 * The value of {@code fit=}.
 *
 * @param fit how the scale is chosen
 * @param upscale whether a view larger than the composite enlarges it
 */
public record FitChoice(Fit fit, boolean upscale) {

    /**
     * What a request without {@code fit=} gets: the pages on wid and hei have the image fill what is asked for, although
     * the page on fit gives {@code fit,0} as the default.
     */
    public static final FitChoice NONE = new FitChoice(Fit.FIT, true);

    static FitChoice parse(String text) {
        String[] items = Numbers.items(text, 1, 2);
        Fit fit = items[0].isEmpty() ? Fit.FIT : Fit.valueOf(items[0].toUpperCase(Locale.ROOT));
        return new FitChoice(fit, items.length == 2 && Numbers.integer(items[1], 0, 1) == 1);
    }
}
