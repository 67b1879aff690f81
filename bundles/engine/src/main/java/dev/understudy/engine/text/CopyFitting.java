package dev.understudy.engine.text;

import dev.understudy.engine.plan.TextDialect;
import dev.understudy.failure.ServeException;
import java.util.List;

/**
 * Finds how large text can be in its box or area: all sizes grow from the one that is written towards the largest one, by the same share of
 * the way, as far as there is room for all lines, as many as are allowed, and no word has to be broken.
 *
 * <p>Source: the reference's page on copy fitting.
 */
final class CopyFitting {

    /** Each step halves what is not known of the growth. */
    private static final int STEPS = 10;

    private final float width;
    private final double height;
    private final TextDialect dialect;
    private final TextFontResolver fonts;

    private CopyFitting(double width, double height, TextDialect dialect, TextFontResolver fonts) {
        this.width = (float) width;
        this.height = height;
        this.dialect = dialect;
        this.fonts = fonts;
    }

    /** Tells whether a text has room. */
    @FunctionalInterface
    interface FitCheck {
        boolean fits(TextDocument document) throws ServeException;
    }

    /** The document with the sizes that fit a box; those that are written where there is nothing to fit to. */
    static TextDocument fitted(
            TextDocument document, double width, double height, TextDialect dialect, TextFontResolver fonts)
            throws ServeException {
        boolean bounded = height < Double.MAX_VALUE || width < Float.MAX_VALUE && document.hasLineLimits();
        return bounded ? fitted(document, new CopyFitting(width, height, dialect, fonts)::fits) : document;
    }

    /** The document with the largest sizes that have room. */
    static TextDocument fitted(TextDocument document, FitCheck check) throws ServeException {
        if (!document.grows()) {
            return document;
        }
        return document.grown(check.fits(document.grown(1)) ? 1 : growth(document, check));
    }

    private static double growth(TextDocument document, FitCheck check) throws ServeException {
        double fits = 0;
        double tooLarge = 1;
        for (int i = 0; i < STEPS; i++) {
            double middle = (fits + tooLarge) / 2;
            if (check.fits(document.grown(middle))) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return fits;
    }

    private boolean fits(TextDocument document) throws ServeException {
        double top = 0;
        int counted = 0;
        int hardLines = 0;
        int limit = 0;
        for (int i = 0; i < document.lines().size(); i++) {
            LineBreaker line = LineBreaker.of(document, i, dialect, fonts);
            if (line.breaksWords(width)) {
                return false;
            }
            List<TextLine> lines = line.lines(width, true, height - top);
            if (lines.isEmpty()) {
                return false;
            }
            boolean same = line.copyFit().limit() == limit;
            counted = same ? counted + lines.size() : lines.size();
            hardLines = same ? hardLines + 1 : 1;
            limit = line.copyFit().limit();
            top += TextLine.height(lines);
            TextLine last = lines.get(lines.size() - 1);
            double bottom = top - last.height() + last.cell();
            if (bottom > height || limit > 0 && counted > Math.max(limit, hardLines)) {
                return false;
            }
        }
        return true;
    }
}
