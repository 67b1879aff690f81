package dev.understudy.engine.layout;

import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;

/**
 * How large the scaled composite (or its region of interest) and the view are, in whole pixels.
 *
 * <p>Source: the reference's pages on {@code fit}, {@code wid}, {@code hei}, {@code scl}, {@code rgn} and {@code DefaultPix}.
 */
record FittedSize(FittedLength across, FittedLength down) {

    /**
     * The sizes for a part of a composite.
     *
     * @param region the part, which may reach beyond the composite
     */
    static FittedSize of(ViewPlan view, Region region, PixelSize composite) {
        double width = Math.max(1, region.width());
        double height = Math.max(1, region.height());
        if (view.scaling().scl() > 0) {
            return cut(view, region, composite, 1 / view.scaling().scl());
        }
        if (view.scaling().width() == 0 && view.scaling().height() == 0) {
            return cut(view, region, composite, defaultScale(view, width, height));
        }
        double scaleX = limited(view, view.scaling().width() / width);
        double scaleY = limited(view, view.scaling().height() / height);
        if (view.scaling().width() == 0) {
            return fitted(view, region, scaleY, scaleY);
        }
        if (view.scaling().height() == 0) {
            return fitted(view, region, scaleX, scaleX);
        }
        double smaller = Math.min(scaleX, scaleY);
        double larger = Math.max(scaleX, scaleY);
        return switch (view.scaling().fit().fit()) {
            case FIT, CONSTRAIN -> fitted(view, region, smaller, smaller);
            case CROP, WRAP -> fitted(view, region, larger, larger);
            case STRETCH -> fitted(view, region, scaleX, scaleY);
            case HFIT -> fitted(view, region, scaleX, scaleX);
            case VFIT -> fitted(view, region, scaleY, scaleY);
        };
    }

    private static double limited(ViewPlan view, double scale) {
        return view.scaling().fit().upscale() ? scale : Math.min(1, scale);
    }

    private static double defaultScale(ViewPlan view, double width, double height) {
        double scale = view.limits().defaultScale();
        if (view.limits().defaultPix().width() > 0) {
            scale = Math.min(scale, view.limits().defaultPix().width() / width);
        }
        if (view.limits().defaultPix().height() > 0) {
            scale = Math.min(scale, view.limits().defaultPix().height() / height);
        }
        return scale;
    }

    /** The scale is given; wid and hei, where given, cut or pad. */
    private static FittedSize cut(ViewPlan view, Region region, PixelSize composite, double scale) {
        return new FittedSize(
                FittedLength.part(region.x(), region.width(), composite.width(), scale)
                        .in(view.scaling().width()),
                FittedLength.part(region.y(), region.height(), composite.height(), scale)
                        .in(view.scaling().height()));
    }

    /** The scale comes from wid and hei; some modes let the view follow the image. */
    private static FittedSize fitted(ViewPlan view, Region region, double scaleX, double scaleY) {
        boolean follows = view.scaling().fit().fit() == Fit.CONSTRAIN
                || view.scaling().fit().fit() == Fit.WRAP;
        return new FittedSize(
                FittedLength.filling(region.x(), region.width(), scaleX)
                        .in(follows ? 0 : view.scaling().width()),
                FittedLength.filling(region.y(), region.height(), scaleY)
                        .in(follows ? 0 : view.scaling().height()));
    }
}
