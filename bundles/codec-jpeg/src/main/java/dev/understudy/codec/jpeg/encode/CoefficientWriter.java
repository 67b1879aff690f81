package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.io.FileBuffer;
import dev.understudy.image.Plane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Writes square JPEG images of quantized coefficients that are there already. No segment says what the components are: that is left to the
 * file around the image.
 */
public final class CoefficientWriter {

    private static final int BLOCK = 8;
    private static final int TABLES = 2;

    private final Frame frame;
    private final List<QuantizationTable> tables = new ArrayList<>();
    private final Queue<SymbolBlock> memory = new ConcurrentLinkedQueue<>();

    /** Tells the coefficients of blocks. */
    public interface BlockSource {

        /**
         * Reads a block.
         *
         * @param component its number
         * @param column its number in its row of blocks of the component
         * @param row the number of that row
         * @param target gets all coefficients in the order of the file
         */
        void read(int component, int column, int row, short[] target) throws IOException;
    }

    /**
     * A component.
     *
     * @param horizontal its blocks in a row of an MCU
     * @param vertical its blocks in a column of an MCU
     * @param steps by what its coefficients are divided, 1..255, in the order of the file
     */
    public record Component(int horizontal, int vertical, List<Integer> steps) {

        public Component {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A writer of images of one kind.
     *
     * @param side their width and height, whole MCUs
     * @param components with no more than two kinds of steps
     */
    public CoefficientWriter(int side, List<Component> components) {
        int across = components.stream().mapToInt(Component::horizontal).max().orElse(1);
        int down = components.stream().mapToInt(Component::vertical).max().orElse(1);
        if (side % (BLOCK * across) != 0 || side % (BLOCK * down) != 0) {
            throw new IllegalArgumentException("a side of " + side + " for MCUs of " + across + "x" + down + " blocks");
        }
        List<List<Integer>> kinds =
                components.stream().map(Component::steps).distinct().toList();
        if (kinds.size() > TABLES) {
            throw new IllegalArgumentException(kinds.size() + " kinds of steps");
        }
        kinds.forEach(steps -> tables.add(
                QuantizationTable.of(steps.stream().mapToInt(Integer::intValue).toArray())));
        frame = new Frame(
                side,
                side,
                components.stream()
                        .map(component -> new FrameComponent(
                                Plane.blank(side * component.horizontal() / across, side * component.vertical() / down),
                                component.horizontal(),
                                component.vertical(),
                                kinds.indexOf(component.steps())))
                        .toList());
    }

    /** Writes an image. */
    public byte[] write(BlockSource source) throws IOException {
        FileBuffer file = new FileBuffer();
        Headers headers = new Headers(file);
        headers.writeStart();
        headers.writeQuantization(tables);
        headers.writeFrame(frame, false);
        int count = frame.components().size();
        ScanPlan scan = ScanScript.sequential(count);
        ScanWriter writer = new ScanWriter(headers, file, frame, scan, new ScanSymbols(memory));
        ScanSymbols symbols = new ScanSymbols(memory);
        SequentialEncoder encoder = new SequentialEncoder(symbols, frame);
        List<ComponentBlocks> blocks = frame.newBlocks(false);
        ScanRows rows = new ScanRows(frame, scan, blocks);
        for (int row = 0; row < frame.mcuRows(); row++) {
            for (int component = 0; component < count; component++) {
                read(source, component, row, blocks.get(component));
            }
            rows.addTo(encoder, row);
        }
        encoder.continueFrom(new int[count]);
        writer.addAll(symbols);
        writer.end();
        headers.writeEnd();
        return file.toByteArray();
    }

    private static void read(BlockSource source, int component, int mcuRow, ComponentBlocks blocks) throws IOException {
        short[] coefficients = new short[BLOCK * BLOCK];
        int down = blocks.component().vertical();
        for (int row = mcuRow * down; row < (mcuRow + 1) * down; row++) {
            Blocks target = blocks.row(row);
            for (int column = 0; column < target.count(); column++) {
                source.read(component, column, row, coefficients);
                target.set(column, coefficients);
            }
        }
    }
}
