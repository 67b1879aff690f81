package dev.understudy.codec.raster;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.image.BufferedImage;
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
        return direct(raster, Samples.RGB, alpha);
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
