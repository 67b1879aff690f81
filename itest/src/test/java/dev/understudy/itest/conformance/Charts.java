package dev.understudy.itest.conformance;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Test charts whose pixels can be worked out on paper. */
final class Charts {

    static final Color RED = new Color(0xc82828);
    static final Color GREEN = new Color(0x28a03c);
    static final Color BLUE = new Color(0x2846c8);
    static final Color YELLOW = new Color(0xe6c828);

    private static final int RAMP_HEIGHT = 64;

    private Charts() {}

    /** Four rectangles of one color each: red and green above blue and yellow. */
    static BufferedImage quadrants(int width, int height) {
        BufferedImage chart = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        fill(chart, RED, 0, 0, width / 2, height / 2);
        fill(chart, GREEN, width / 2, 0, width / 2, height / 2);
        fill(chart, BLUE, 0, height / 2, width / 2, height / 2);
        fill(chart, YELLOW, width / 2, height / 2, width / 2, height / 2);
        return chart;
    }

    /** White, 300 x 200, with edges of 10 pixels: red at the left, green above, blue at the right, yellow below. */
    static BufferedImage frame() {
        BufferedImage chart = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        fill(chart, Color.WHITE, 0, 0, 300, 200);
        fill(chart, Color.GREEN, 0, 0, 300, 10);
        fill(chart, Color.YELLOW, 0, 190, 300, 10);
        fill(chart, Color.RED, 0, 0, 10, 200);
        fill(chart, Color.BLUE, 290, 0, 10, 200);
        return chart;
    }

    /** 150 x 300: red above blue. */
    static BufferedImage tall() {
        BufferedImage chart = new BufferedImage(150, 300, BufferedImage.TYPE_INT_RGB);
        fill(chart, RED, 0, 0, 150, 150);
        fill(chart, BLUE, 0, 150, 150, 150);
        return chart;
    }

    /** 200 x 100: red of opacity 255, 128 and 64 in columns of 50, then green that is wholly transparent. */
    static BufferedImage alpha() {
        BufferedImage chart = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
        int[] columns = {0xffc82828, 0x80c82828, 0x40c82828, 0x0000ff00};
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 200; x++) {
                chart.setRGB(x, y, columns[x / 50]);
            }
        }
        return chart;
    }

    /** 100 x 100 with a palette: red at the left, transparent at the right. */
    static BufferedImage palette() {
        int[] colors = {RED.getRGB(), 0x00000000};
        IndexColorModel model = new IndexColorModel(8, 2, colors, 0, true, 1, DataBuffer.TYPE_BYTE);
        BufferedImage chart = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < 100; y++) {
            for (int x = 50; x < 100; x++) {
                chart.getRaster().setSample(x, y, 0, 1);
            }
        }
        return chart;
    }

    /** Rings that grow finer outwards, 400 x 400: as fine as pixels allow at the middle of the edges. */
    static BufferedImage zonePlate() {
        BufferedImage chart = new BufferedImage(400, 400, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                double squared = (x - 200.0) * (x - 200.0) + (y - 200.0) * (y - 200.0);
                double wave = 127.5 + 127.5 * Math.cos(Math.PI * squared / 400);
                chart.getRaster().setSample(x, y, 0, Math.round(wave));
            }
        }
        return chart;
    }

    /** Gray of 8 bits, 256 x 64: the value of a pixel is its column. */
    static BufferedImage gray() {
        BufferedImage chart = new BufferedImage(256, RAMP_HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        ramp(chart.getRaster(), 1);
        return chart;
    }

    /** The same as RGB of 16 bits a channel. */
    static BufferedImage deep() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 256, RAMP_HEIGHT, 3, null);
        ramp(raster, 257);
        return new BufferedImage(model, raster, false, null);
    }

    private static void ramp(WritableRaster raster, int step) {
        for (int band = 0; band < raster.getNumBands(); band++) {
            for (int y = 0; y < RAMP_HEIGHT; y++) {
                for (int x = 0; x < 256; x++) {
                    raster.setSample(x, y, band, x * step);
                }
            }
        }
    }

    private static void fill(BufferedImage chart, Color color, int x, int y, int width, int height) {
        Graphics2D graphics = chart.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(x, y, width, height);
        graphics.dispose();
    }
}
