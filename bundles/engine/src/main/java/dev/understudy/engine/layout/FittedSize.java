package dev.understudy.engine.layout;

import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.ViewPlan;

/**
 * The sizes of the view and of the scaled composite (or its region of interest), in whole pixels.
 *
 * <p>Source: the reference's pages on {@code fit}, {@code wid}, {@code hei}, {@code scl} and {@code DefaultPix}.
 */
record FittedSize(
        double width, double height, double imageWidth, double imageHeight, double viewWidth, double viewHeight) {

    /** The sizes for something of this size. */
    static FittedSize of(ViewPlan view, double width, double height) {
        if (view.scaling().scl() > 0) {
            return cut(view, width, height, 1 / view.scaling().scl());
        }
        if (view.scaling().width() == 0 && view.scaling().height() == 0) {
            return cut(view, width, height, defaultScale(view, width, height));
        }
        double scaleX = limited(view, view.scaling().width() / width);
        double scaleY = limited(view, view.scaling().height() / height);
        if (view.scaling().width() == 0) {
            return fitted(view, width, height, scaleY, scaleY);
        }
        if (view.scaling().height() == 0) {
            return fitted(view, width, height, scaleX, scaleX);
        }
        double smaller = Math.min(scaleX, scaleY);
        double larger = Math.max(scaleX, scaleY);
        return switch (view.scaling().fit().fit()) {
            case FIT, CONSTRAIN -> fitted(view, width, height, smaller, smaller);
            case CROP, WRAP -> fitted(view, width, height, larger, larger);
            case STRETCH -> fitted(view, width, height, scaleX, scaleY);
            case HFIT -> fitted(view, width, height, scaleX, scaleX);
            case VFIT -> fitted(view, width, height, scaleY, scaleY);
        };
    }

    double scaleX() {
        return imageWidth / width;
    }

    double scaleY() {
        return imageHeight / height;
    }

    private static double limited(ViewPlan view, double scale) {
        return view.scaling().fit().upscale() ? scale : Math.min(1, scale);
    }

    private static double defaultScale(ViewPlan view, double width, double height) {
        double scale = 1;
        if (view.limits().defaultPix().width() > 0) {
            scale = Math.min(scale, view.limits().defaultPix().width() / width);
        }
        if (view.limits().defaultPix().height() > 0) {
            scale = Math.min(scale, view.limits().defaultPix().height() / height);
        }
        return scale;
    }

    /** The scale is given; wid and hei, where given, cut or pad. */
    private static FittedSize cut(ViewPlan view, double width, double height, double scale) {
        return of(view, width, height, scale, scale, false);
    }

    /** The scale comes from wid and hei; some modes let the view follow the image. */
    private static FittedSize fitted(ViewPlan view, double width, double height, double scaleX, double scaleY) {
        boolean follows = view.scaling().fit().fit() == Fit.CONSTRAIN
                || view.scaling().fit().fit() == Fit.WRAP;
        return of(view, width, height, scaleX, scaleY, follows);
    }

    private static FittedSize of(
            ViewPlan view, double width, double height, double scaleX, double scaleY, boolean follows) {
        double imageWidth = PixelLengths.whole(width * scaleX);
        double imageHeight = PixelLengths.whole(height * scaleY);
        return new FittedSize(
                width,
                height,
                imageWidth,
                imageHeight,
                follows || view.scaling().width() == 0
                        ? imageWidth
                        : view.scaling().width(),
                follows || view.scaling().height() == 0
                        ? imageHeight
                        : view.scaling().height());
    }
}
