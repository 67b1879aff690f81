package dev.understudy.tools.convert;

import dev.understudy.codec.tiff.PyramidShape;
import dev.understudy.codec.tiff.TiffPyramidWriter;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Collects the rows of one image of a pyramid, and writes a row of tiles as soon as it is full. */
final class TileRows {

    private final TiffPyramidWriter writer;
    private final PyramidShape shape;
    private final int level;
    private final PixelSize size;
    private final byte[][] planes;
    private int taken;

    TileRows(TiffPyramidWriter writer, PyramidShape shape, int level) {
        this.writer = writer;
        this.shape = shape;
        this.level = level;
        this.size = shape.levels().get(level);
        int rows = Math.min(size.height(), shape.tile());
        this.planes = new byte[shape.bands()][Math.multiplyExact(size.width(), rows)];
    }

    /**
     * Takes the next row.
     *
     * @param from the samples of each band
     * @param start where in each the row begins
     */
    void add(byte[][] from, int start) throws IOException {
        int row = taken % shape.tile();
        for (int band = 0; band < planes.length; band++) {
            System.arraycopy(from[band], start, planes[band], row * size.width(), size.width());
        }
        taken++;
        if (row == shape.tile() - 1 || taken == size.height()) {
            write(row + 1);
        }
    }

    private void write(int rows) throws IOException {
        for (int column = 0; column < shape.tiles(size.width()); column++) {
            writer.write(level, column, (taken - 1) / shape.tile(), tile(column * shape.tile(), rows));
        }
    }

    private Pixels tile(int left, int rows) {
        List<Plane> cut = new ArrayList<>();
        for (byte[] plane : planes) {
            cut.add(new Plane(shape.tile(), shape.tile(), cut(plane, left, rows)));
        }
        int colors = shape.samples().planes();
        return new Pixels(shape.samples(), cut.subList(0, colors), shape.alpha() ? cut.get(colors) : null, null);
    }

    /** The samples of a tile; beyond the edges of the image they go on as the last ones, which compresses well. */
    private byte[] cut(byte[] plane, int left, int rows) {
        int side = shape.tile();
        int columns = Math.min(side, size.width() - left);
        byte[] samples = new byte[side * side];
        for (int y = 0; y < side; y++) {
            int from = Math.min(y, rows - 1) * size.width() + left;
            System.arraycopy(plane, from, samples, y * side, columns);
            for (int x = columns; x < side; x++) {
                samples[y * side + x] = samples[y * side + columns - 1];
            }
        }
        return samples;
    }
}
