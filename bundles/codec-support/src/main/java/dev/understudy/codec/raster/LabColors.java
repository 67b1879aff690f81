package dev.understudy.codec.raster;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;

/**
 * Makes sRGB of L*a*b* in samples of 8 bits; the library's own conversion leaves white gray. CIE's kind is taken for D65, as
 * libtiff, libvips and ImageMagick do, ICC's for D50.
 */
public final class LabColors {

    private static final double[] D65 = {0.95047, 1, 1.08883};
    private static final double[][] FROM_D65 = {
        {3.2404542, -1.5371385, -0.4985314}, {-0.9692660, 1.8760108, 0.0415560}, {0.0556434, -0.2040259, 1.0572252}
    };
    private static final double[] D50 = {0.96422, 1, 0.82521};
    private static final double[][] FROM_D50 = {
        {3.1338561, -1.6168667, -0.4906146}, {-0.9787684, 1.9161415, 0.0334540}, {0.0719453, -0.2289914, 1.4052427}
    };
    private static final double LINEAR_BELOW = 6.0 / 29;

    private LabColors() {}

    /**
     * The image in sRGB.
     *
     * @param lab an image whose planes are L*, a* and b*
     * @param icc whether a* and b* are so much above 128, instead of numbers with a sign
     */
    public static Pixels toRgb(Pixels lab, boolean icc) {
        int width = lab.width();
        int height = lab.height();
        List<Plane> planes =
                List.of(Plane.blank(width, height), Plane.blank(width, height), Plane.blank(width, height));
        double[] white = icc ? D50 : D65;
        double[][] matrix = icc ? FROM_D50 : FROM_D65;
        double[] xyz = new double[3];
        for (int i = 0; i < width * height; i++) {
            double y = ((lab.plane(0).samples()[i] & 0xff) * 100 / 255.0 + 16) / 116;
            xyz[0] = white[0] * cube(y + chroma(lab.plane(1).samples()[i], icc) / 500.0);
            xyz[1] = white[1] * cube(y);
            xyz[2] = white[2] * cube(y - chroma(lab.plane(2).samples()[i], icc) / 200.0);
            for (int band = 0; band < 3; band++) {
                double[] row = matrix[band];
                planes.get(band).samples()[i] = SrgbCurve.sample(row[0] * xyz[0] + row[1] * xyz[1] + row[2] * xyz[2]);
            }
        }
        return new Pixels(Samples.RGB, planes, lab.alpha(), null);
    }

    private static int chroma(byte sample, boolean icc) {
        return icc ? (sample & 0xff) - 128 : sample;
    }

    private static double cube(double value) {
        return value > LINEAR_BELOW ? value * value * value : 3 * LINEAR_BELOW * LINEAR_BELOW * (value - 4.0 / 29);
    }
}
