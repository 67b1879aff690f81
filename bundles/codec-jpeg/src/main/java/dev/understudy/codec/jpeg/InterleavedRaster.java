package dev.understudy.codec.jpeg;

import dev.understudy.codec.raster.Chroma;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** Makes the interleaved raster that the JDK's writer takes. */
final class InterleavedRaster {

    private InterleavedRaster() {}

    /**
     * A gray image as it is, a YCC image with chroma at full size.
     *
     * @param smooth whether chroma that is subsampled is interpolated; else it is repeated, which the writer's own averages
     *     undo without loss
     */
    static Raster raster(Pixels pixels, boolean smooth) {
        int width = pixels.width();
        int height = pixels.height();
        if (pixels.samples() == Samples.GRAY) {
            return raster(pixels.plane(0).samples(), width, height, 1);
        }
        byte[] samples = new byte[Math.multiplyExact(width * height, 3)];
        fill(samples, pixels.plane(0), width, height, 0);
        for (int band = 1; band < 3; band++) {
            Plane plane = pixels.plane(band);
            boolean repeatable = Chroma.factor(width, plane.width()) <= 2 && Chroma.factor(height, plane.height()) <= 2;
            fill(samples, smooth || !repeatable ? Chroma.full(pixels, band) : plane, width, height, band);
        }
        return raster(samples, width, height, 3);
    }

    /** A CMYK image, with all bits turned over where that is how it is stored. */
    static Raster inks(Pixels pixels, InkStorage storage) {
        int bands = pixels.planes().size();
        int flip = storage == InkStorage.ADOBE ? 0xff : 0;
        byte[] samples = new byte[Math.multiplyExact(pixels.width() * pixels.height(), bands)];
        for (int band = 0; band < bands; band++) {
            byte[] plane = pixels.plane(band).samples();
            for (int i = 0, to = band; i < plane.length; i++, to += bands) {
                samples[to] = (byte) (plane[i] ^ flip);
            }
        }
        return raster(samples, pixels.width(), pixels.height(), bands);
    }

    private static void fill(byte[] target, Plane plane, int width, int height, int band) {
        int shiftX = plane.width() == width ? 0 : 1;
        int shiftY = plane.height() == height ? 0 : 1;
        byte[] samples = plane.samples();
        int to = band;
        for (int y = 0; y < height; y++) {
            int row = (y >> shiftY) * plane.width();
            for (int x = 0; x < width; x++, to += 3) {
                target[to] = samples[row + (x >> shiftX)];
            }
        }
    }

    private static Raster raster(byte[] samples, int width, int height, int bands) {
        int[] offsets = new int[bands];
        for (int i = 0; i < bands; i++) {
            offsets[i] = i;
        }
        DataBufferByte buffer = new DataBufferByte(samples, samples.length);
        return Raster.createInterleavedRaster(buffer, width, height, width * bands, bands, offsets, null);
    }
}
