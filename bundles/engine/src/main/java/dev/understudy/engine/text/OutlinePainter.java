package dev.understudy.engine.text;

import dev.understudy.engine.plan.Smoothing;
import dev.understudy.image.Color;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.List;

/** Fills the outlines of text in a part of a window. */
final class OutlinePainter {

    private final Smoothing smoothing;
    private final Region part;
    private final BufferedImage image;

    OutlinePainter(Smoothing smoothing, Region part) {
        this.smoothing = smoothing;
        this.part = part;
        image = new BufferedImage(part.width(), part.height(), BufferedImage.TYPE_INT_ARGB);
    }

    /**
     * The pixels of the part.
     *
     * @param toWindow from the outlines to the window
     * @param extent beyond which nothing is drawn, where the outlines are
     */
    Pixels draw(TextOutlines outlines, AffineTransform toWindow, Region extent) {
        AffineTransform toPart = AffineTransform.getTranslateInstance(-part.x(), -part.y());
        toPart.concatenate(toWindow);
        Graphics2D graphics = graphics(image);
        try {
            Rectangle all = new Rectangle(extent.x(), extent.y(), extent.width(), extent.height());
            graphics.clip(toPart.createTransformedShape(all).getBounds2D());
            for (TextOutlines.ColoredShape colored : outlines.shapes()) {
                Shape shape = toPart.createTransformedShape(colored.shape());
                if (smoothing.isPlain()) {
                    graphics.setColor(color(colored.color()));
                    graphics.fill(shape);
                } else {
                    fillSmoothed(graphics, shape, colored.color());
                }
            }
        } finally {
            graphics.dispose();
        }
        return pixels();
    }

    private Graphics2D graphics(BufferedImage target) {
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                smoothing == Smoothing.OFF ? RenderingHints.VALUE_ANTIALIAS_OFF : RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    private static java.awt.Color color(Color color) {
        return new java.awt.Color(color.red(), color.green(), color.blue(), color.alpha());
    }

    /** Fills a shape whose edges are as opaque as the smoothing has them. */
    private void fillSmoothed(Graphics2D graphics, Shape shape, Color color) {
        Rectangle all = shape.getBounds();
        all.grow(1, 1);
        Rectangle seen = all.intersection(new Rectangle(part.width(), part.height()));
        if (seen.isEmpty()) {
            return;
        }
        byte[] coverage = coverage(shape, seen);
        BufferedImage filled = new BufferedImage(seen.width, seen.height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) filled.getRaster().getDataBuffer()).getData();
        int rgb = color.red() << 16 | color.green() << 8 | color.blue();
        for (int i = 0; i < pixels.length; i++) {
            int level = smoothing.level(coverage[i] & 0xff);
            pixels[i] = (level * color.alpha() + 127) / 255 << 24 | rgb;
        }
        graphics.drawImage(filled, seen.x, seen.y, null);
    }

    private byte[] coverage(Shape shape, Rectangle seen) {
        BufferedImage mask = new BufferedImage(seen.width, seen.height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = graphics(mask);
        try {
            graphics.setColor(java.awt.Color.WHITE);
            graphics.translate(-seen.x, -seen.y);
            graphics.fill(shape);
        } finally {
            graphics.dispose();
        }
        return ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
    }

    private Pixels pixels() {
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
                Samples.RGB, List.of(plane(planes[0]), plane(planes[1]), plane(planes[2])), plane(planes[3]), null);
    }

    private Plane plane(byte[] samples) {
        return new Plane(part.width(), part.height(), samples);
    }
}
