package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.plan.FitChoice;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.SizeLimits;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.engine.plan.ViewScaling;
import dev.understudy.engine.request.Assignment;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;

/**
 * Plans the view of the composite.
 *
 * <p>Source: the reference's pages on the view commands, the view transforms, and dpr.
 */
final class ViewPlanner {

    private static final Point CENTER = new Point(0, 0, true);

    private final CommandValues values;
    private final Catalog catalog;

    ViewPlanner(CommandValues values, Catalog catalog) {
        this.values = values;
        this.catalog = catalog;
    }

    /** The values of a request that leaves them open. */
    private record Defaults(ViewScaling scaling, Point align, Color background, SizeLimits limits) {}

    /** The view of a request for an image, for a screen with so many pixels a pixel. */
    ViewPlan image(double pixelRatio) throws ServeException {
        return view(new Defaults(
                        new ViewScaling(0, 0, 0, fit()),
                        CENTER,
                        catalog.get(Attributes.BKG_COLOR),
                        new SizeLimits(
                                isFree() ? catalog.get(Attributes.DEFAULT_PIX) : PixelSize.NONE,
                                catalog.get(Attributes.MAX_PIX))))
                .enlarged(pixelRatio);
    }

    /** The view of a nested request: transparent where nothing is, and without the catalog's limits. */
    ViewPlan nested() throws ServeException {
        return view(new Defaults(new ViewScaling(0, 0, 0, fit()), CENTER, Color.TRANSPARENT, SizeLimits.NONE))
                .enlarged(values.get(Commands.DPR, catalog).value());
    }

    /** The view of a thumbnail for a screen with so many pixels a pixel: the thumbnail rectangle, unless the request asks for another size. */
    ViewPlan thumbnail(Thumbnail thumbnail, double pixelRatio) throws ServeException {
        if (isFitAskedFor()) {
            throw values.invalid(Commands.FIT, "no fit= with req=tmb");
        }
        PixelSize size = values.has(Commands.SCL) ? PixelSize.NONE : thumbnail.rectangle();
        return view(new Defaults(
                        new ViewScaling(
                                size.width(),
                                size.height(),
                                thumbnail.isTexture() ? 1 : 0,
                                new FitChoice(thumbnail.fit(), true)),
                        thumbnail.align(),
                        catalog.get(Attributes.THUMB_BKG_COLOR),
                        new SizeLimits(PixelSize.NONE, catalog.get(Attributes.MAX_PIX))))
                .enlarged(pixelRatio);
    }

    private boolean isFree() {
        return !values.has(Commands.WID) && !values.has(Commands.HEI) && !values.has(Commands.SCL);
    }

    private FitChoice fit() throws ServeException {
        if (isFitAskedFor() && !values.has(Commands.WID) && !values.has(Commands.HEI)) {
            throw values.invalid(Commands.FIT, "fit= together with wid= or hei=");
        }
        return values.get(Commands.FIT, catalog);
    }

    /** A record's own fit= is for the requests that it suits; it does not break the others. */
    private boolean isFitAskedFor() {
        Assignment fit = values.assignment(Commands.FIT);
        return fit != null && fit.origin().isRequest();
    }

    private ViewPlan view(Defaults defaults) throws ServeException {
        Color background = values.get(Commands.BGC);
        return new ViewPlan(
                new ViewScaling(
                        values.get(Commands.WID, defaults.scaling().width()),
                        values.get(Commands.HEI, defaults.scaling().height()),
                        values.get(Commands.SCL, defaults.scaling().scl()),
                        defaults.scaling().fit()),
                values.get(Commands.ALIGN, defaults.align()),
                values.get(Commands.RGN),
                values.get(Commands.RECT),
                background == null ? defaults.background() : background.opaque(),
                values.get(Commands.RES_MODE, catalog),
                defaults.limits());
    }
}
