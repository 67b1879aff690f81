package dev.understudy.codec.jpeg;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.decode.FrameLayout;
import dev.understudy.codec.jpeg.decode.ImageCoefficients;
import dev.understudy.codec.jpeg.encode.CoefficientWriter;
import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a JPEG image into square tiles that are JPEG images themselves. Its coefficients are handed on as they are, so nothing is lost; only
 * what lies beyond the edges of the image is made up.
 */
public final class JpegTiles {

    private static final int BLOCK = 8;
    private static final int MOST_TABLES = 2;
    private static final int LARGEST_STEP = 255;

    private final Source source;
    private final JpegFile file;
    private final int side;
    private final List<CoefficientWriter.Component> components;

    /** Takes tiles. */
    public interface TileTaker {

        /** Takes a tile: a whole JPEG image without a word on what its components are. */
        void take(int column, int row, byte[] tile) throws IOException;
    }

    private JpegTiles(Source source, JpegFile file, int side, List<CoefficientWriter.Component> components) {
        this.source = source;
        this.file = file;
        this.side = side;
        this.components = List.copyOf(components);
    }

    /**
     * The tiles of a file that is JPEG.
     *
     * @param side the width and height of a tile in pixels
     * @return nothing for inks, which are stored upside down, and where tables or the units of its codes do not suit tiles
     */
    public static Optional<JpegTiles> of(Source source, int side) throws IOException, ServeException {
        try (Input input = input(source)) {
            JpegFile file = JpegParser.head(input);
            List<CoefficientWriter.Component> components = components(file);
            return components == null || file.info().samples() == Samples.CMYK || !suit(components, side)
                    ? Optional.empty()
                    : Optional.of(new JpegTiles(source, file, side, components));
        }
    }

    private static Input input(Source source) throws IOException {
        return Input.of(source.channel(), source.stamp().length());
    }

    private static int across(List<CoefficientWriter.Component> components) {
        return components.stream()
                .mapToInt(CoefficientWriter.Component::horizontal)
                .max()
                .orElse(1);
    }

    private static int down(List<CoefficientWriter.Component> components) {
        return components.stream()
                .mapToInt(CoefficientWriter.Component::vertical)
                .max()
                .orElse(1);
    }

    private static @Nullable List<CoefficientWriter.Component> components(JpegFile file) throws IOException {
        boolean alone = file.frame().components().size() == 1;
        List<CoefficientWriter.Component> components = new ArrayList<>();
        for (FrameHeader.Component component : file.frame().components()) {
            int[] steps = file.tables().stepsOrNull(component.steps());
            if (steps == null || Arrays.stream(steps).anyMatch(step -> step < 1 || step > LARGEST_STEP)) {
                return null;
            }
            // a unit of one component is one block, whatever its factors
            components.add(new CoefficientWriter.Component(
                    alone ? 1 : component.horizontal(),
                    alone ? 1 : component.vertical(),
                    Arrays.stream(steps).boxed().toList()));
        }
        long kinds = components.stream()
                .map(CoefficientWriter.Component::steps)
                .distinct()
                .count();
        return kinds <= MOST_TABLES ? components : null;
    }

    private static boolean suit(List<CoefficientWriter.Component> components, int side) {
        return areAlikeButTheFirst(components)
                && side % (BLOCK * across(components)) == 0
                && side % (BLOCK * down(components)) == 0;
    }

    /** Whether the first component is the largest and all others have one size, as TIFF can tell. */
    private static boolean areAlikeButTheFirst(List<CoefficientWriter.Component> components) {
        CoefficientWriter.Component first = components.get(0);
        CoefficientWriter.Component last = components.get(components.size() - 1);
        return first.horizontal() == across(components)
                && first.vertical() == down(components)
                && first.horizontal() % last.horizontal() == 0
                && first.vertical() % last.vertical() == 0
                && components.stream()
                        .skip(1)
                        .allMatch(one -> one.horizontal() == last.horizontal() && one.vertical() == last.vertical());
    }

    /** What the components of the tiles are: GRAY, RGB or YCC. */
    public Samples samples() {
        return file.info().samples();
    }

    /** How many times as wide as the others the first component is. */
    public int horizontal() {
        return across(components) / components.get(components.size() - 1).horizontal();
    }

    /** How many times as high as the others the first component is. */
    public int vertical() {
        return down(components) / components.get(components.size() - 1).vertical();
    }

    /** How many rows of tiles there are. */
    public int rows() {
        return (file.frame().height() + side - 1) / side;
    }

    /** Bytes that cutting so many rows of tiles at a time takes at most. */
    public long memory(int rows) {
        Region whole = new Region(0, 0, file.frame().width(), file.frame().height());
        return ImageCoefficients.memory(part(0, rows), whole, components.size());
    }

    private Region part(int row, int rows) {
        int top = row * side;
        int bottom = Math.min(file.frame().height(), (row + rows) * side);
        return new Region(0, top, file.frame().width(), bottom - top);
    }

    /**
     * Cuts the image, some rows of tiles at a time, for each of which the file is read from its start.
     *
     * @throws IOException when the file is damaged, or as the taker
     */
    public void cut(int rowsAtATime, TileTaker taker) throws IOException {
        CoefficientWriter writer = new CoefficientWriter(side, components);
        for (int row = 0; row < rows(); row += rowsAtATime) {
            FrameLayout layout = FrameLayout.of(file.frame(), part(row, rowsAtATime), 1);
            try (Input input = input(source)) {
                ImageCoefficients coefficients = ImageCoefficients.read(input, file.firstScan(), layout, file.tables());
                cut(coefficients, row, Math.min(rows(), row + rowsAtATime), writer, taker);
            }
        }
    }

    private void cut(ImageCoefficients coefficients, int from, int to, CoefficientWriter writer, TileTaker taker)
            throws IOException {
        int columns = (file.frame().width() + side - 1) / side;
        for (int row = from; row < to; row++) {
            for (int column = 0; column < columns; column++) {
                int tileColumn = column;
                int tileRow = row;
                byte[] tile = writer.write((component, x, y, target) -> coefficients.copy(
                        component, tileColumn * across(component) + x, tileRow * down(component) + y, target));
                taker.take(column, row, tile);
            }
        }
    }

    /** Blocks of a component in a row of a tile. */
    private int across(int component) {
        return side / BLOCK * components.get(component).horizontal() / across(components);
    }

    /** Rows of blocks of a component in a tile. */
    private int down(int component) {
        return side / BLOCK * components.get(component).vertical() / down(components);
    }
}
