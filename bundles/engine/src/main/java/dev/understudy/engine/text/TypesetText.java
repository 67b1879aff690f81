package dev.understudy.engine.text;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.plan.Point;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text that is set, ready to be drawn at any scale. */
public final class TypesetText {

    private final TextDrawing drawing;
    private final PixelSize size;
    private final Region extent;
    private final @Nullable Point anchor;
    private final boolean antialiased;
    private final TextFontResolver fonts;

    private TypesetText(
            TextDrawing drawing,
            PixelSize size,
            Region extent,
            @Nullable Point anchor,
            boolean antialiased,
            TextFontResolver fonts) {
        this.drawing = drawing;
        this.size = size;
        this.extent = extent;
        this.anchor = anchor;
        this.antialiased = antialiased;
        this.fonts = fonts;
    }

    /**
     * Lines in a box, or around a point.
     *
     * @param beyond whether what lies beyond the box is seen
     */
    static TypesetText of(TextBlock block, boolean beyond, boolean antialiased, TextFontResolver fonts) {
        PixelSize size = block.size();
        Region extent = beyond ? around(block.ink().touched(0), size) : new Region(0, 0, size.width(), size.height());
        return new TypesetText(block, size, extent, block.point(), antialiased, fonts);
    }

    /**
     * Text that lies where its outlines do.
     *
     * @param box its size; 0 for as large as it comes out, then it lies by the origin of its outlines
     */
    static TypesetText of(TextOutlines outlines, PixelSize box, boolean antialiased, TextFontResolver fonts) {
        Region ink = outlines.bounds().touched(0);
        if (box.width() > 0 || box.height() > 0) {
            PixelSize size = new PixelSize(
                    box.width() > 0 ? box.width() : Math.max(1, ink.x() + ink.width()),
                    box.height() > 0 ? box.height() : Math.max(1, ink.y() + ink.height()));
            return new TypesetText(outlines, size, around(ink, size), null, antialiased, fonts);
        }
        PixelSize size = new PixelSize(Math.max(1, ink.width()), Math.max(1, ink.height()));
        return new TypesetText(
                graphics -> {
                    graphics.translate(-ink.x(), -ink.y());
                    outlines.draw(graphics);
                },
                size,
                new Region(0, 0, size.width(), size.height()),
                new Point(-ink.x(), -ink.y(), false),
                antialiased,
                fonts);
    }

    /**
     * Lines that are turned around their point, or else the upper left corner of their box, in the upright rectangle around them.
     *
     * @param box the size of that; 0 for as wide or as high as it comes out
     */
    static TypesetText turned(
            TextBlock block, double angle, PixelSize box, boolean antialiased, TextFontResolver fonts) {
        Affine turn = Affine.rotation(angle);
        Point point = block.point();
        if (point != null) {
            turn = Affine.translation(-point.x(), -point.y()).then(turn);
        }
        Box exact = turn.bounds(Box.of(block.size()));
        // with whole pixels around the point, what is level or upright is drawn as it is without an angle
        Box around =
                new Box(Math.floor(exact.left() + 1e-6), Math.floor(exact.top() + 1e-6), exact.right(), exact.bottom());
        AffineTransform toBox = new AffineTransform(turn.xx(), turn.yx(), turn.xy(), turn.yy(), turn.tx(), turn.ty());
        PixelSize size = new PixelSize(
                box.width() > 0 ? box.width() : (int) Math.max(1, Math.ceil(around.width() - 1e-6)),
                box.height() > 0 ? box.height() : (int) Math.max(1, Math.ceil(around.height() - 1e-6)));
        return new TypesetText(
                graphics -> {
                    graphics.translate(-around.left(), -around.top());
                    graphics.transform(toBox);
                    block.draw(graphics);
                },
                size,
                new Region(0, 0, size.width(), size.height()),
                point == null ? null : new Point(-around.left(), -around.top(), false),
                antialiased,
                fonts);
    }

    private static Region around(Region ink, PixelSize size) {
        int left = Math.min(0, ink.x());
        int top = Math.min(0, ink.y());
        return new Region(
                left,
                top,
                Math.max(size.width(), ink.x() + ink.width()) - left,
                Math.max(size.height(), ink.y() + ink.height()) - top);
    }

    /** The size of its box, in pixels. */
    public PixelSize size() {
        return size;
    }

    /** What there is of it, in pixels from the upper left corner of its box; it may reach beyond that. */
    public Region extent() {
        return extent;
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
        BufferedImage image = new BufferedImage(part.width(), part.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.translate(-part.x(), -part.y());
            graphics.transform(new AffineTransform(
                    toWindow.xx(), toWindow.yx(), toWindow.xy(), toWindow.yy(), toWindow.tx(), toWindow.ty()));
            graphics.clipRect(extent.x(), extent.y(), extent.width(), extent.height());
            draw(graphics);
            fonts.requireIntact();
        } catch (RuntimeException | LinkageError | InternalError | StackOverflowError e) {
            throw fonts.unusable(e);
        } finally {
            graphics.dispose();
        }
        return pixels(image);
    }

    private void draw(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                antialiased ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.draw(graphics);
    }

    private static Pixels pixels(BufferedImage image) {
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[][] planes = new byte[4][argb.length];
        for (int i = 0; i < argb.length; i++) {
            int pixel = argb[i];
            planes[0][i] = (byte) (pixel >> 16);
            planes[1][i] = (byte) (pixel >> 8);
            planes[2][i] = (byte) pixel;
            planes[3][i] = (byte) (pixel >>> 24);
        }
        return new Pixels(
                Samples.RGB,
                List.of(plane(image, planes[0]), plane(image, planes[1]), plane(image, planes[2])),
                plane(image, planes[3]),
                null);
    }

    private static Plane plane(BufferedImage image, byte[] samples) {
        return new Plane(image.getWidth(), image.getHeight(), samples);
    }
}
