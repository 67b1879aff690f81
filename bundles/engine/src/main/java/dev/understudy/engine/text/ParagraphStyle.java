package dev.understudy.engine.text;

/**
 * The look of a paragraph; lengths in points.
 *
 * <p>Source: the reference's page on paragraph formatting.
 *
 * @param align where its lines stand
 * @param lastAlign where its last line stands, if the others are justified
 * @param firstIndent how much more of its first line is left free, at the side where reading starts
 * @param left what of its lines is left free on the left
 * @param right the same on the right
 * @param before what is left free above it
 * @param after the same below it
 * @param spacing the value of {@code sl}: 0 for lines as high as their fonts have them; above 0 for no less than so many twips, below 0
 *     for exactly so many
 * @param multiple whether the spacing counts in 240ths of the height that fonts have
 */
record ParagraphStyle(
        Align align,
        Align lastAlign,
        double firstIndent,
        double left,
        double right,
        double before,
        double after,
        double spacing,
        boolean multiple) {

    static final ParagraphStyle DEFAULT = new ParagraphStyle(Align.START, Align.START, 0, 0, 0, 0, 0, 0, false);

    /** The units of {@code sl}, a line, where that counts in lines. */
    private static final double UNITS_A_LINE = 240;

    private static final double TWIPS_A_POINT = 20;

    ParagraphStyle withAlign(Align value) {
        return new ParagraphStyle(value, lastAlign, firstIndent, left, right, before, after, spacing, multiple);
    }

    ParagraphStyle withLastAlign(Align value) {
        return new ParagraphStyle(align, value, firstIndent, left, right, before, after, spacing, multiple);
    }

    ParagraphStyle withFirstIndent(double value) {
        return new ParagraphStyle(align, lastAlign, value, left, right, before, after, spacing, multiple);
    }

    ParagraphStyle withLeft(double value) {
        return new ParagraphStyle(align, lastAlign, firstIndent, value, right, before, after, spacing, multiple);
    }

    ParagraphStyle withRight(double value) {
        return new ParagraphStyle(align, lastAlign, firstIndent, left, value, before, after, spacing, multiple);
    }

    ParagraphStyle withBefore(double value) {
        return new ParagraphStyle(align, lastAlign, firstIndent, left, right, value, after, spacing, multiple);
    }

    ParagraphStyle withAfter(double value) {
        return new ParagraphStyle(align, lastAlign, firstIndent, left, right, before, value, spacing, multiple);
    }

    /** With a value of {@code sl}, in twips or parts of a line. */
    ParagraphStyle withSpacing(double value) {
        return new ParagraphStyle(align, lastAlign, firstIndent, left, right, before, after, value, multiple);
    }

    ParagraphStyle withMultiple(boolean value) {
        return new ParagraphStyle(align, lastAlign, firstIndent, left, right, before, after, spacing, value);
    }

    /** The height of a line that would be so high by its fonts. */
    double height(double natural) {
        if (spacing == 0) {
            return natural;
        }
        if (multiple) {
            return natural * Math.abs(spacing) / UNITS_A_LINE;
        }
        double points = Math.abs(spacing) / TWIPS_A_POINT;
        return spacing > 0 ? Math.max(natural, points) : points;
    }
}
