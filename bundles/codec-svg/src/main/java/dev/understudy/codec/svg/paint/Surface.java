package dev.understudy.codec.svg.paint;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Pixels that are painted on: the image itself, or a layer that lies over a part of it. Coordinates are those of the image. */
final class Surface implements AutoCloseable {

    private final BufferedImage image;
    private final Rectangle bounds;
    private final Budget budget;
    private final Graphics2D graphics;

    /** A transparent surface over a part of the image that is not empty. */
    Surface(Rectangle bounds, Budget budget) {
        this.bounds = bounds;
        this.budget = budget;
        budget.reserve(area());
        image = new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_INT_ARGB_PRE);
        graphics = image.createGraphics();
        graphics.translate(-bounds.x, -bounds.y);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private long area() {
        return (long) bounds.width * bounds.height;
    }

    BufferedImage image() {
        return image;
    }

    Rectangle bounds() {
        return bounds;
    }

    /** The whole pixels of this surface that a box touches. */
    Rectangle touched(Rectangle2D box) {
        Rectangle2D part = box.createIntersection(bounds);
        return part.getWidth() <= 0 || part.getHeight() <= 0
                ? new Rectangle()
                : part.getBounds().intersection(bounds);
    }

    /** A transparent layer over a part of this surface. */
    Surface layer(Rectangle part) {
        return new Surface(part, budget);
    }

    void fill(Shape shape, Paint paint, boolean smooth) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    /** Lays a layer over what is there. */
    void draw(Surface layer, double opacity) {
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) opacity));
        graphics.drawImage(layer.image, layer.bounds.x, layer.bounds.y, null);
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    /** Keeps as much of each pixel as a layer of the same bounds is opaque there. */
    void keep(Surface coverage) {
        graphics.setComposite(AlphaComposite.DstIn);
        graphics.drawImage(coverage.image, coverage.bounds.x, coverage.bounds.y, null);
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    @Override
    public void close() {
        graphics.dispose();
        budget.release(area());
    }
}
