package dev.understudy.codec.raster;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;

/** Takes images out of ImageIO's images without converting their colors. */
public final class RasterImages {

    private RasterImages() {}

    /** An image of RGB bands, of one gray band, or of indexes of RGB colors. */
    public static Pixels rgb(BufferedImage image, boolean alpha) {
        Raster raster = image.getRaster();
        if (image.getColorModel() instanceof IndexColorModel model) {
            return Palette.of(model).apply(RasterPlanes.indexes(raster));
        }
        if (raster.getNumBands() == 1) {
            Plane gray = RasterPlanes.plane(raster, 0);
            return new Pixels(Samples.RGB, List.of(gray, gray, gray), null, null);
        }
        return direct(image, Samples.RGB, alpha);
    }

    /** The colors that an image's color model gives its pixels, whatever they are stored as. */
    public static Pixels painted(BufferedImage image, boolean alpha) {
        int width = image.getWidth();
        int height = image.getHeight();
        Plane[] bands = new Plane[4];
        for (int band = 0; band < bands.length; band++) {
            bands[band] = Plane.blank(width, height);
        }
        for (int i = 0; i < width * height; i++) {
            int color = image.getRGB(i % width, i / width);
            bands[0].samples()[i] = (byte) (color >> 16);
            bands[1].samples()[i] = (byte) (color >> 8);
            bands[2].samples()[i] = (byte) color;
            bands[3].samples()[i] = (byte) (color >>> 24);
        }
        return new Pixels(Samples.RGB, List.of(bands[0], bands[1], bands[2]), alpha ? bands[3] : null, null);
    }

    /** An image of a gray band, or of indexes of grays, whose order may be from white to black. */
    public static Pixels gray(BufferedImage image, boolean alpha) {
        if (image.getColorModel() instanceof IndexColorModel model) {
            Plane gray = RasterPlanes.indexes(image.getRaster());
            Palette.of(model).turnGray(gray);
            return new Pixels(Samples.GRAY, List.of(gray), null, null);
        }
        return direct(image, Samples.GRAY, alpha);
    }

    /** The first bands of an image, and the one after them if that is the opacity, by the bits that its color model gives them. */
    public static Pixels direct(BufferedImage image, Samples samples, boolean alpha) {
        List<Plane> planes = new ArrayList<>();
        for (int band = 0; band < samples.planes(); band++) {
            planes.add(plane(image, band));
        }
        return new Pixels(samples, planes, alpha ? plane(image, samples.planes()) : null, null);
    }

    private static Plane plane(BufferedImage image, int band) {
        Raster raster = image.getRaster();
        int stored = raster.getSampleModel().getSampleSize(band);
        ColorModel model = image.getColorModel();
        boolean told = band < model.getNumComponents();
        return RasterPlanes.plane(raster, band, told ? Math.min(stored, model.getComponentSize(band)) : stored);
    }

    /** The first bands of a raster, and the one after them if that is the opacity. */
    public static Pixels direct(Raster raster, Samples samples, boolean alpha) {
        List<Plane> planes = new ArrayList<>();
        for (int band = 0; band < samples.planes(); band++) {
            planes.add(RasterPlanes.plane(raster, band));
        }
        return new Pixels(samples, planes, alpha ? RasterPlanes.plane(raster, samples.planes()) : null, null);
    }
}
