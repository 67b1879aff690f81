package dev.understudy.engine.text;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.plan.Point;
import dev.understudy.engine.plan.Smoothing;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;

/** Text that is set, ready to be drawn at any scale. */
public final class TypesetText {

    private final TextOutlines outlines;
    private final PixelSize size;
    private final Region extent;
    private final @Nullable Point anchor;
    private final boolean endless;
    private final Look look;

    private TypesetText(
            TextOutlines outlines, PixelSize size, Region extent, @Nullable Point anchor, boolean endless, Look look) {
        this.outlines = outlines;
        this.size = size;
        this.extent = extent;
        this.anchor = anchor;
        this.endless = endless;
        this.look = look;
    }

    /**
     * What text is drawn with.
     *
     * @param smoothing how edges come out
     * @param fonts where letters come from
     */
    record Look(Smoothing smoothing, TextFontResolver fonts) {}

    /**
     * Lines in a box, or around a point.
     *
     * @param beyond whether what lies beyond the box is seen
     */
    static TypesetText of(TextBlock block, boolean beyond, Look look) {
        PixelSize size = block.size();
        TextOutlines outlines = block.outlines(new AffineTransform());
        Region box = new Region(0, 0, size.width(), size.height());
        Region extent = beyond ? around(outlines, size) : box;
        return new TypesetText(outlines, size, extent, block.point(), beyond, look);
    }

    /**
     * Text that lies where its outlines do.
     *
     * @param box its size; 0 for as large as it comes out, then it lies by the origin of its outlines
     */
    static TypesetText of(TextOutlines outlines, PixelSize box, Look look) {
        Region ink = outlines.bounds().touched(0);
        if (box.width() > 0 || box.height() > 0) {
            PixelSize size = new PixelSize(
                    box.width() > 0 ? box.width() : Math.max(1, ink.x() + ink.width()),
                    box.height() > 0 ? box.height() : Math.max(1, ink.y() + ink.height()));
            return new TypesetText(outlines, size, around(outlines, size), null, true, look);
        }
        PixelSize size = new PixelSize(Math.max(1, ink.width()), Math.max(1, ink.height()));
        return new TypesetText(
                outlines.moved(-ink.x(), -ink.y()),
                size,
                new Region(0, 0, size.width(), size.height()),
                new Point(-ink.x(), -ink.y(), false),
                true,
                look);
    }

    /**
     * Lines that are turned around their point, or else the upper left corner of their box, in the upright rectangle around them.
     *
     * @param box the size of that; 0 for as wide or as high as it comes out
     */
    static TypesetText turned(TextBlock block, double angle, PixelSize box, Look look) {
        Affine turn = Affine.rotation(angle);
        Point point = block.point();
        if (point != null) {
            turn = Affine.translation(-point.x(), -point.y()).then(turn);
        }
        Box exact = turn.bounds(Box.of(block.size()));
        // with whole pixels around the point, what is level or upright is drawn as it is without an angle
        double left = Math.floor(exact.left() + 1e-6);
        double top = Math.floor(exact.top() + 1e-6);
        Affine toBox = turn.then(Affine.translation(-left, -top));
        PixelSize size = new PixelSize(
                box.width() > 0 ? box.width() : (int) Math.max(1, Math.ceil(exact.right() - left - 1e-6)),
                box.height() > 0 ? box.height() : (int) Math.max(1, Math.ceil(exact.bottom() - top - 1e-6)));
        TextOutlines outlines = block.outlines(transform(toBox));
        Point anchor = point == null ? null : new Point(-left, -top, false);
        return new TypesetText(outlines, size, around(outlines, size), anchor, true, look);
    }

    private static Region around(TextOutlines outlines, PixelSize size) {
        Region ink = outlines.bounds().touched(0);
        int left = Math.min(0, ink.x());
        int top = Math.min(0, ink.y());
        return new Region(
                left,
                top,
                Math.max(size.width(), ink.x() + ink.width()) - left,
                Math.max(size.height(), ink.y() + ink.height()) - top);
    }

    private static AffineTransform transform(Affine affine) {
        return new AffineTransform(affine.xx(), affine.yx(), affine.xy(), affine.yy(), affine.tx(), affine.ty());
    }

    /** The size of its box, in pixels. */
    public PixelSize size() {
        return size;
    }

    /** What there is of it, in pixels from the upper left corner of its box; it may reach beyond that. */
    public Region extent() {
        return extent;
    }

    /** Whether what operations add to it is seen beyond its box, too. */
    public boolean isSeenBeyond() {
        return endless;
    }

    /** The point of its box that comes to lie where the layer is placed, unless that says otherwise; null for the middle. */
    public @Nullable Point anchor() {
        return anchor;
    }

    /**
     * A part of a window.
     *
     * @param toWindow from the box's pixels to those of the window
     * @param part what is wanted of the window; not empty
     * @return RGB with alpha
     * @throws ServeException when fonts cannot be used
     */
    public Pixels draw(Affine toWindow, Region part) throws ServeException {
        try {
            Pixels pixels = new OutlinePainter(look.smoothing(), part).draw(outlines, transform(toWindow), extent);
            look.fonts().requireIntact();
            return pixels;
        } catch (RuntimeException | LinkageError | InternalError | StackOverflowError e) {
            throw look.fonts().unusable(e);
        }
    }
}
