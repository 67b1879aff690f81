package dev.understudy.engine.layout;

import dev.understudy.engine.plan.CompositePlan;
import dev.understudy.engine.plan.ReplyRect;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;

/**
 * Works out the view: how the composite is scaled, where it lies in the view, and what part of that is the reply.
 *
 * <p>Source: the reference's pages on the view transform, {@code wid}, {@code hei}, {@code scl}, {@code rgn}, {@code rect}
 * and {@code align}.
 */
public final class Views {

    private Views() {}

    /**
     * The view of a composite.
     *
     * @param canvas the rectangle that the composite is
     * @param limit how many pixels a reply may have at most
     * @throws ServeException when the reply would be larger than that or than {@code attribute::MaxPix}
     */
    public static ViewLayout view(ViewPlan view, CompositePlan composite, Region canvas, PixelLimit limit)
            throws ServeException {
        Region region = view.region() == null ? new Region(0, 0, canvas.width(), canvas.height()) : view.region();
        FittedSize fitted = FittedSize.of(view, region, new PixelSize(canvas.width(), canvas.height()));
        Affine toView = Affine.translation(-canvas.x(), -canvas.y())
                .then(Affine.mirror(
                        composite.flip().horizontal(), composite.flip().vertical(), canvas.width(), canvas.height()))
                .then(Affine.scaling(fitted.across().scale(), fitted.down().scale()))
                .then(Affine.translation(
                        fitted.across().shift(view.align().x()),
                        fitted.down().shift(view.align().y())));
        ReplyRect rect = view.rect();
        double width = rect == null ? fitted.across().view() : rect.region().width();
        double height = rect == null ? fitted.down().view() : rect.region().height();
        double excess = excess(view.limits().maxPix(), width, height);
        if (excess > 1 && view.scaling().pixelRatio() > 1) {
            return view(view.reduced(1 / excess), composite, canvas, limit);
        }
        PixelSize reply = checked(view, width, height, limit);
        if (rect == null) {
            return new ViewLayout(reply, toView, toView.inverse().bounds(Box.of(reply)));
        }
        Box whole = new Box(
                0, 0, length(fitted.across().view()), length(fitted.down().view()));
        Affine toReply = toView.then(Affine.scaling(rect.scale(), rect.scale()))
                .then(Affine.translation(-rect.region().x(), -rect.region().y()));
        return new ViewLayout(reply, toReply, toView.inverse().bounds(whole));
    }

    /** A side of the view in whole pixels, at least one, which may be longer than a reply may be. */
    private static double length(double side) {
        return Math.max(1, PixelLengths.rounded(side));
    }

    /** How many times as long as allowed the longer side is. */
    private static double excess(PixelSize max, double width, double height) {
        double across = max.width() == 0 ? 0 : width / max.width();
        double down = max.height() == 0 ? 0 : height / max.height();
        return Math.max(across, down);
    }

    private static PixelSize checked(ViewPlan view, double width, double height, PixelLimit limit)
            throws ServeException {
        PixelSize max = view.limits().maxPix();
        if (excess(max, width, height) > 1) {
            throw tooLarge(width, height, "attribute::MaxPix, " + max.width() + " x " + max.height());
        }
        if (!(width * height <= limit.max())) {
            throw tooLarge(width, height, limit.text());
        }
        return PixelLengths.size("A reply", Math.max(1, width), Math.max(1, height));
    }

    private static ServeException tooLarge(double width, double height, String limit) {
        return new ServeException(new Failure.TooLarge(
                "A reply of " + PixelLengths.text(width) + " x " + PixelLengths.text(height) + " pixels", limit));
    }
}
