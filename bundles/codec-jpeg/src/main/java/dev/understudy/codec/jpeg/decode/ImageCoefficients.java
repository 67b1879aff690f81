package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.Input;
import dev.understudy.image.Region;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The quantized coefficients of a part of an image, as they are in the file. */
public final class ImageCoefficients {

    private final FrameLayout layout;
    private final List<Coefficients> components;

    private ImageCoefficients(FrameLayout layout, List<Coefficients> components) {
        this.layout = layout;
        this.components = components;
    }

    /**
     * Reads them.
     *
     * @param firstScan where the marker of the first scan is
     * @param layout of the full size, for at least the wanted part
     * @param tables what has been defined before the first scan
     * @throws IOException when the file is damaged
     */
    public static ImageCoefficients read(Input input, long firstScan, FrameLayout layout, DecodingTables tables)
            throws IOException {
        return new ImageCoefficients(layout, JpegFrameDecoder.readCoefficients(input, firstScan, layout, tables));
    }

    /** Bytes that reading those of a part takes at most. */
    public static long memory(Region part, Region whole, int components) {
        long margin = 4L * UnitSize.BLOCK * 4 * part.width();
        return components * ((part.area() + margin) * Short.BYTES + whole.area() / Long.BYTES + 1024);
    }

    /**
     * Copies a block. One beyond the edges of the image has the first coefficient of the last one before the edge.
     *
     * @param column its number in its row of blocks of the component
     * @param row the number of that row, of the part that was wanted or below the image
     * @param target gets all coefficients in the order of the file
     */
    public void copy(int component, int column, int row, short[] target) {
        Coefficients all = components.get(component);
        int lastColumn = all.layout().blocksAcross() - 1;
        int lastRow = all.layout().blocksDown() - 1;
        all.copy(Math.min(column, lastColumn), Math.min(row, lastRow), target);
        if (column > lastColumn || row > lastRow) {
            Arrays.fill(target, 1, target.length, (short) 0);
        }
    }

    /** What was read. */
    public FrameLayout layout() {
        return layout;
    }
}
