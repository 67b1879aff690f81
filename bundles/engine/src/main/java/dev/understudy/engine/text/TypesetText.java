package dev.understudy.engine.text;

import dev.understudy.engine.layout.Affine;
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

/** Text that stands in lines, ready to be drawn at any scale. */
public final class TypesetText {

    private final List<TextLine> lines;
    private final PixelSize size;
    private final double scale;
    private final double top;
    private final boolean antialiased;
    private final TextFontResolver fonts;

    /**
     * The text in its box.
     *
     * @param scale pixels a point
     * @param fonts those of the lines
     */
    TypesetText(
            List<TextLine> lines,
            PixelSize box,
            double scale,
            Align vertical,
            boolean antialiased,
            TextFontResolver fonts) {
        this.lines = lines;
        this.scale = scale;
        this.antialiased = antialiased;
        this.fonts = fonts;
        double height = TextLine.height(lines) * scale;
        size = new PixelSize(
                box.width() > 0 ? box.width() : whole(TextLine.width(lines) * scale),
                box.height() > 0 ? box.height() : whole(height));
        top = Math.max(0, size.height() - height) * vertical.share(true) / scale;
    }

    /** The size of its box, in pixels. */
    public PixelSize size() {
        return size;
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
            graphics.clipRect(0, 0, size.width(), size.height());
            graphics.scale(scale, scale);
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
        double y = top;
        for (TextLine line : lines) {
            double room = size.width() / scale - line.width();
            line.draw(graphics, room * line.share(), y);
            y += line.height();
        }
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

    private static int whole(double length) {
        return (int) Math.max(1, Math.ceil(length - 1e-3));
    }
}
