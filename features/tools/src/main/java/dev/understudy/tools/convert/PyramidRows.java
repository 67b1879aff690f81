package dev.understudy.tools.convert;

import dev.understudy.codec.tiff.PyramidShape;
import dev.understudy.codec.tiff.TiffPyramidWriter;
import dev.understudy.image.PixelSize;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a pyramid of the rows of its largest image. Each image is made of the one that is twice as large as that was before its samples were
 * rounded.
 */
final class PyramidRows {

    private final TiffPyramidWriter writer;
    private final PyramidShape shape;
    private final float[] weights;
    private final LightScale scale;
    private final @Nullable TileRows full;
    private final RowSink smaller;
    private final float[] row;

    /**
     * A maker of one pyramid.
     *
     * @param linear whether light is added up, and not samples
     * @param writesLargest whether the tiles of the largest image are written, too
     */
    PyramidRows(
            TiffPyramidWriter writer,
            PyramidShape shape,
            Downsampling downsampling,
            boolean linear,
            boolean writesLargest) {
        this.writer = writer;
        this.shape = shape;
        this.weights = downsampling.weights();
        this.scale = new LightScale(shape.bands(), shape.alpha(), linear);
        this.full = writesLargest ? new TileRows(writer, shape, 0) : null;
        this.smaller = below(0);
        this.row = new float[shape.bands() * shape.size().width()];
    }

    /** What takes the rows of an image and makes all smaller ones. */
    private RowSink below(int level) {
        int next = level + 1;
        if (next == shape.levels().size()) {
            return row -> {};
        }
        PixelSize size = shape.levels().get(next);
        TileRows tiles = new TileRows(writer, shape, next);
        byte[][] samples = new byte[shape.bands()][size.width()];
        RowSink rest = below(next);
        return new HalvingFilter(shape.levels().get(level), shape.bands(), weights, halved -> {
            scale.toSamples(halved, samples);
            tiles.add(samples, 0);
            rest.accept(halved);
        });
    }

    /**
     * Takes the next row of the largest image.
     *
     * @param planes the samples of each band
     * @param start where in each the row begins
     */
    void add(byte[][] planes, int start) throws IOException {
        if (full != null) {
            full.add(planes, start);
        }
        scale.toAmounts(planes, start, row);
        smaller.accept(row);
    }

    /** How many bytes making a pyramid takes at most. */
    static long memory(PyramidShape shape) {
        long widths = 2L * shape.size().width();
        long tile = (long) shape.tile() * shape.tile();
        return widths * shape.bands() * (shape.tile() + 64) + tile * 64;
    }
}
