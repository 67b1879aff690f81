package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.FitChoice;
import dev.understudy.engine.command.ReplyRect;
import dev.understudy.engine.plan.Fit;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.ViewPlan;
import dev.understudy.engine.request.Assignment;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Color;
import dev.understudy.image.PixelSize;

/**
 * Plans the view of the composite.
 *
 * <p>Source: the reference's pages on the view commands, the view transforms, and dpr.
 */
final class ViewPlanner {

    private static final Point CENTRE = new Point(0, 0, true);

    private final CommandValues settings;
    private final Catalog catalog;

    ViewPlanner(CommandValues settings, Catalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
    }

    /** What a request that does not say gets. */
    private record Defaults(
            PixelSize size,
            double scl,
            FitChoice fit,
            Point align,
            Color background,
            PixelSize defaultPix,
            PixelSize maxPix) {}

    /** The view of a request for an image. */
    ViewPlan image() throws ServeException {
        return view(new Defaults(
                PixelSize.NONE,
                0,
                fit(),
                CENTRE,
                catalog.get(Attributes.BKG_COLOR),
                isFree() ? catalog.get(Attributes.DEFAULT_PIX) : PixelSize.NONE,
                catalog.get(Attributes.MAX_PIX)));
    }

    /** The view of a nested request: transparent where nothing is, and without the catalog's limits. */
    ViewPlan nested() throws ServeException {
        return view(new Defaults(PixelSize.NONE, 0, fit(), CENTRE, Color.TRANSPARENT, PixelSize.NONE, PixelSize.NONE));
    }

    /** The view of a thumbnail: the thumbnail rectangle, unless the request asks for another size. */
    ViewPlan thumbnail(Thumbnail thumbnail) throws ServeException {
        if (isFitAskedFor()) {
            throw settings.invalid(Commands.FIT, "no fit= with req=tmb");
        }
        return view(new Defaults(
                settings.has(Commands.SCL) ? PixelSize.NONE : thumbnail.rectangle(),
                thumbnail.isTexture() ? 1 : 0,
                new FitChoice(thumbnail.fit(), true),
                thumbnail.align(),
                catalog.get(Attributes.THUMB_BKG_COLOR),
                PixelSize.NONE,
                catalog.get(Attributes.MAX_PIX)));
    }

    private boolean isFree() {
        return !settings.has(Commands.WID) && !settings.has(Commands.HEI) && !settings.has(Commands.SCL);
    }

    private FitChoice fit() throws ServeException {
        if (isFitAskedFor() && !settings.has(Commands.WID) && !settings.has(Commands.HEI)) {
            throw settings.invalid(Commands.FIT, "fit= together with wid= or hei=");
        }
        return settings.get(Commands.FIT, catalog);
    }

    /** A record's own fit= is for the requests that it suits; it does not break the others. */
    private boolean isFitAskedFor() {
        Assignment fit = settings.assignment(Commands.FIT);
        return fit != null && fit.origin().isRequest();
    }

    private ViewPlan view(Defaults defaults) throws ServeException {
        int width = settings.get(Commands.WID, defaults.size().width());
        int height = settings.get(Commands.HEI, defaults.size().height());
        double ratio = pixelRatio(width, height, defaults.maxPix());
        Fit fit = defaults.fit().fit();
        Point align = settings.get(Commands.ALIGN, defaults.align());
        ReplyRect rect = settings.get(Commands.RECT);
        Color background = settings.get(Commands.BGC);
        PixelSize defaultPix = defaults.defaultPix();
        return new ViewPlan(
                scaled(width, ratio),
                scaled(height, ratio),
                settings.get(Commands.SCL, defaults.scl()) / ratio,
                fit,
                defaults.fit().upscale(),
                align.x(),
                align.y(),
                settings.get(Commands.RGN),
                rect == null ? null : rect.region(),
                rect == null ? 1 : rect.scale(),
                background == null ? defaults.background() : background.opaque(),
                settings.get(Commands.RES_MODE, catalog),
                new PixelSize(scaled(defaultPix.width(), ratio), scaled(defaultPix.height(), ratio)),
                defaults.maxPix());
    }

    /** {@code dpr=}, but not beyond the largest reply if that can be helped. */
    private double pixelRatio(int width, int height, PixelSize maxPix) throws ServeException {
        double ratio = settings.get(Commands.DPR, catalog);
        if (ratio > 1 && width > 0 && maxPix.width() > 0) {
            ratio = Math.max(1, Math.min(ratio, (double) maxPix.width() / width));
        }
        if (ratio > 1 && height > 0 && maxPix.height() > 0) {
            ratio = Math.max(1, Math.min(ratio, (double) maxPix.height() / height));
        }
        return ratio;
    }

    private static int scaled(int pixels, double ratio) {
        return pixels == 0 ? 0 : (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(pixels * ratio)));
    }
}
