package dev.understudy.codec.svg.paint;

import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** A paint whose color is worked out for the middle of each pixel. */
final class PixelPaint implements Paint {

    private static final ColorModel MODEL = new DirectColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            32,
            0xff0000,
            0xff00,
            0xff,
            0xff000000,
            true,
            DataBuffer.TYPE_INT);

    /** The colors of a plane. */
    interface PlaceColors {

        /** The color at a place of the image, multiplied by its alpha. */
        int at(double x, double y);
    }

    private final PlaceColors colors;

    PixelPaint(PlaceColors colors) {
        this.colors = colors;
    }

    @Override
    public int getTransparency() {
        return Transparency.TRANSLUCENT;
    }

    @Override
    public PaintContext createContext(
            ColorModel model,
            Rectangle deviceBounds,
            Rectangle2D userBounds,
            AffineTransform toDevice,
            RenderingHints hints) {
        return new Context(toDevice.getTranslateX(), toDevice.getTranslateY());
    }

    /** Fills rectangles of a surface that has been moved. */
    private final class Context implements PaintContext {

        private final double movedX;
        private final double movedY;

        Context(double movedX, double movedY) {
            this.movedX = movedX;
            this.movedY = movedY;
        }

        @Override
        public void dispose() {
            // holds nothing
        }

        @Override
        public ColorModel getColorModel() {
            return MODEL;
        }

        @Override
        public Raster getRaster(int x, int y, int width, int height) {
            WritableRaster raster = MODEL.createCompatibleWritableRaster(width, height);
            int[] pixels = ((DataBufferInt) raster.getDataBuffer()).getData();
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    pixels[row * width + column] = colors.at(x + column + 0.5 - movedX, y + row + 0.5 - movedY);
                }
            }
            return raster;
        }
    }
}
