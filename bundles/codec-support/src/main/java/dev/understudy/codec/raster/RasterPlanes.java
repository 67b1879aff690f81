package dev.understudy.codec.raster;

import dev.understudy.image.Plane;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.util.List;

/** Takes planes out of ImageIO's rasters, whatever their layout, and brings their samples to 8 bits. */
public final class RasterPlanes {

    private RasterPlanes() {}

    /** One band of a raster; the largest value that its samples can have becomes 255. */
    public static Plane plane(Raster raster, int band) {
        return plane(raster, band, raster.getSampleModel().getSampleSize(band));
    }

    /** One band of a raster whose samples take so many of the lowest bits; the largest value of those becomes 255. */
    public static Plane plane(Raster raster, int band, int bits) {
        byte[] samples = new byte[Math.multiplyExact(raster.getWidth(), raster.getHeight())];
        if (isSimple(raster) && bits == 8 && raster.getDataBuffer() instanceof DataBufferByte) {
            copyBytes(raster, band, samples);
        } else if (isSimple(raster) && bits == 16 && raster.getDataBuffer() instanceof DataBufferUShort) {
            copyShorts(raster, band, samples);
        } else if (raster.getTransferType() == DataBuffer.TYPE_FLOAT
                || raster.getTransferType() == DataBuffer.TYPE_DOUBLE) {
            copyFloats(raster, band, samples);
        } else if (bits > 16) {
            copySamples(raster, band, bits - 8, 255, samples);
        } else {
            copySamples(raster, band, 0, (1 << bits) - 1, samples);
        }
        return new Plane(raster.getWidth(), raster.getHeight(), samples);
    }

    /** The indexes of a raster of one band. */
    public static Plane indexes(Raster raster) {
        byte[] samples = new byte[Math.multiplyExact(raster.getWidth(), raster.getHeight())];
        copySamples(raster, 0, 0, 255, samples);
        return new Plane(raster.getWidth(), raster.getHeight(), samples);
    }

    /** An alpha plane: transparent where all bands have the key's values, of as many bits as the raster has. */
    public static Plane keyed(Raster raster, List<Integer> key) {
        int width = raster.getWidth();
        Plane alpha = Plane.blank(width, raster.getHeight());
        int[] row = new int[width * raster.getNumBands()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                alpha.samples()[y * width + x] = matches(row, x * key.size(), key) ? 0 : (byte) 255;
            }
        }
        return alpha;
    }

    private static boolean matches(int[] row, int at, List<Integer> key) {
        for (int i = 0; i < key.size(); i++) {
            if (row[at + i] != key.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSimple(Raster raster) {
        return raster.getSampleModel() instanceof ComponentSampleModel
                && raster.getSampleModelTranslateX() == 0
                && raster.getSampleModelTranslateY() == 0;
    }

    private static void copyBytes(Raster raster, int band, byte[] target) {
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
        int bank = model.getBankIndices()[band];
        byte[] source = buffer.getData(bank);
        int start = buffer.getOffsets()[bank] + model.getBandOffsets()[band];
        int stride = model.getPixelStride();
        int width = raster.getWidth();
        for (int y = 0, to = 0; y < raster.getHeight(); y++) {
            int from = start + y * model.getScanlineStride();
            for (int x = 0; x < width; x++, from += stride) {
                target[to++] = source[from];
            }
        }
    }

    private static void copyShorts(Raster raster, int band, byte[] target) {
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        DataBufferUShort buffer = (DataBufferUShort) raster.getDataBuffer();
        int bank = model.getBankIndices()[band];
        short[] source = buffer.getData(bank);
        int start = buffer.getOffsets()[bank] + model.getBandOffsets()[band];
        int stride = model.getPixelStride();
        int width = raster.getWidth();
        for (int y = 0, to = 0; y < raster.getHeight(); y++) {
            int from = start + y * model.getScanlineStride();
            for (int x = 0; x < width; x++, from += stride) {
                target[to++] = (byte) (((source[from] & 0xffff) * 255 + 32767) / 65535);
            }
        }
    }

    private static void copySamples(Raster raster, int band, int shift, int max, byte[] target) {
        int width = raster.getWidth();
        int[] row = new int[width];
        for (int y = 0, to = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
            for (int x = 0; x < width; x++) {
                target[to++] = (byte) (((row[x] >>> shift) * 255 + max / 2) / max);
            }
        }
    }

    /** Samples from 0 to 1. */
    private static void copyFloats(Raster raster, int band, byte[] target) {
        int width = raster.getWidth();
        float[] row = new float[width];
        for (int y = 0, to = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
            for (int x = 0; x < width; x++) {
                target[to++] = (byte) Math.round(Math.max(0, Math.min(1, row[x])) * 255);
            }
        }
    }
}
