package dev.understudy.engine.layout;

/**
 * One side of the scaled composite, or of its region of interest.
 *
 * @param scale from pixels of the composite to pixels of the view
 * @param start where the region begins in the scaled composite
 * @param image how long the scaled region is, in whole pixels
 * @param view how long the view is, in whole pixels
 */
record FittedLength(double scale, double start, double image, double view) {

    /**
     * A region that is scaled to whole pixels itself, so that it fills them exactly.
     *
     * @param from where it begins in the composite
     * @param length how long it is there
     */
    static FittedLength filling(int from, int length, double factor) {
        double full = Math.max(1, length);
        double image = PixelLengths.whole(full * factor);
        double scale = image / full;
        return new FittedLength(scale, from * scale, image, image);
    }

    /**
     * A region of a composite that is scaled as a whole: its pixels are those of the scaled composite, from the nearest one on.
     *
     * @param from where it begins in the composite
     * @param length how long it is there
     * @param composite how long the composite is
     */
    static FittedLength part(int from, int length, int composite, double factor) {
        double full = Math.max(1, composite);
        double whole = PixelLengths.whole(full * factor);
        double image = PixelLengths.whole(Math.max(1, length) * factor);
        double scale = whole / full;
        double start = PixelLengths.rounded(from * scale);
        boolean inside = from >= 0 && (long) from + length <= composite;
        // rounding both start and length must not reach beyond the last pixel
        return new FittedLength(scale, inside ? Math.min(start, whole - image) : start, image, image);
    }

    /** The same in a view of some length; 0 for one as long as the image. */
    FittedLength in(int length) {
        return new FittedLength(scale, start, image, length == 0 ? image : length);
    }

    /** How far the image moves to where it lies in the view. */
    double shift(double align) {
        return PixelLengths.rounded((view - image) * (1 + align) / 2) - start;
    }
}
