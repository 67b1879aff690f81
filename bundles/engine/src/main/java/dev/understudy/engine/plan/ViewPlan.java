package dev.understudy.engine.plan;

import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The view of the composite. {@code rgn} picks a part of the composite, then scale and fit give the view's size.
 *
 * @param scaling the view's size
 * @param align {@code align=}: where the composite lies in a view of another shape; -1 left or top .. 1 right or bottom
 * @param region {@code rgn=}, null for the whole composite
 * @param rect {@code rect=}: the part of the finished view that is the reply, null for all of it
 * @param background {@code bgc=}, opaque
 * @param resMode {@code resMode=}
 * @param limits how large a reply may be
 */
public record ViewPlan(
        ViewScaling scaling,
        Point align,
        @Nullable Region region,
        @Nullable ReplyRect rect,
        Color background,
        ResMode resMode,
        SizeLimits limits) {

    /** No length that a pixel ratio makes is longer, so that all keep their proportions. */
    private static final double LONGEST = 1 << 30;

    /** A view of the whole composite at its own size. */
    public static ViewPlan whole(Color background, ResMode resMode) {
        return new ViewPlan(ViewScaling.NONE, Point.ZERO, null, null, background, resMode, SizeLimits.NONE);
    }

    public ViewPlan withScaling(ViewScaling newScaling) {
        return new ViewPlan(newScaling, align, region, rect, background, resMode, limits);
    }

    /** The view with another limit for the size of replies. */
    public ViewPlan withMaxPix(PixelSize maxPix) {
        SizeLimits others = new SizeLimits(limits.defaultPix(), limits.defaultScale(), maxPix);
        return new ViewPlan(scaling, align, region, rect, background, resMode, others);
    }

    /** The view for a screen with so many pixels a pixel; larger than the limits for replies, it can be made smaller again. */
    public ViewPlan enlarged(double pixelRatio) {
        double ratio = Math.min(pixelRatio, Math.max(1, LONGEST / longest()));
        return times(ratio, limits.maxPix().equals(PixelSize.NONE) ? 1 : ratio);
    }

    private double longest() {
        int[] lengths = {
            1,
            scaling.width(),
            scaling.height(),
            limits.defaultPix().width(),
            limits.defaultPix().height()
        };
        double longest = Arrays.stream(lengths).max().orElseThrow();
        return rect == null ? longest : Math.max(longest, rect.farthest());
    }

    /** The view made so much smaller, but no smaller than it would be without its pixel ratio. */
    public ViewPlan reduced(double factor) {
        return times(Math.max(factor, 1 / scaling.pixelRatio()), 1);
    }

    private ViewPlan times(double factor, double pixelRatio) {
        return new ViewPlan(
                scaling.times(factor).withPixelRatio(pixelRatio),
                align,
                region,
                rect == null ? null : rect.times(factor),
                background,
                resMode,
                limits.times(factor));
    }

    public ViewPlan withAlign(Point newAlign) {
        return new ViewPlan(scaling, newAlign, region, rect, background, resMode, limits);
    }

    public ViewPlan withBackground(Color newBackground) {
        return new ViewPlan(scaling, align, region, rect, newBackground, resMode, limits);
    }

    /** Whether the whole composite is shown at its own size. */
    public boolean isWhole() {
        return scaling.isFree() && limits.defaultScale() == 1 && region == null && rect == null;
    }
}
