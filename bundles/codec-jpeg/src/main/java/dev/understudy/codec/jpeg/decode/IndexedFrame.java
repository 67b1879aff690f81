package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.syntax.MarkerReader;
import dev.understudy.codec.jpeg.syntax.Markers;
import dev.understudy.codec.jpeg.syntax.ScanHeader;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.PartLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Decodes a part of a frame by an index of its codes, of which no others are read. Several processors can do so at a time. */
public final class IndexedFrame {

    /** Wanted blocks for each helper: fewer are not worth one, and what is announced for the colors of so many is more than it takes. */
    private static final int WORTH_HELP = 3 << 11;

    /** Wanted blocks of the rows that are decoded together: so many that few of them are transformed in a batch that is not full. */
    private static final int BLOCKS_OF_PART = 1 << 11;

    /** Bytes of the codes of rows that are decoded together, if a single row has no more. */
    private static final int BYTES_OF_PART = 1 << 16;

    private final Input input;
    private final FrameScan scan;
    private final CodeIndex index;
    private final List<ComponentSamples> samples;
    private final List<UnitRange> parts;

    private IndexedFrame(Input input, FrameScan scan, CodeIndex index, List<ComponentSamples> samples) {
        this.input = input;
        this.scan = scan;
        this.index = index;
        this.samples = samples;
        parts = parts(UnitRange.rows(scan), scan, index);
    }

    /**
     * An index of the codes of a frame, which are read to their end and have to be sound.
     *
     * @param firstScan where the marker of the first scan is
     * @param layout of any part of it
     * @param tables what has been defined before it
     * @return no bytes when there is none
     */
    public static byte[] index(Input input, long firstScan, FrameLayout layout, DecodingTables tables)
            throws IOException {
        int components = layout.frame().components().size();
        if (layout.frame().progressive()
                || scanHeader(input, firstScan).components().size() != components) {
            return new byte[0];
        }
        CodeIndexer indexer = new CodeIndexer(components);
        JpegFrameDecoder.readCodes(input, firstScan, layout, tables, indexer);
        return indexer.index(input);
    }

    /**
     * The samples of a part of a frame, as {@link JpegFrameDecoder#decode} gives them.
     *
     * @param index what {@link #index} gave
     * @throws DamagedException when that was not of this file
     */
    public static List<ComponentSamples> decode(
            Input input,
            long firstScan,
            FrameLayout layout,
            DecodingTables tables,
            byte[] index,
            IdleProcessors processors)
            throws IOException {
        FrameScan scan = FrameScan.of(scanHeader(input, firstScan), layout, tables);
        long start = input.getStreamPosition();
        CodeIndex found = CodeIndex.of(index, scan);
        found.requireHead(input, start);
        List<ComponentSamples> samples = ComponentSamples.of(layout, false);
        new IndexedFrame(input, scan, found, samples).decode(processors);
        return samples;
    }

    private static ScanHeader scanHeader(Input input, long firstScan) throws IOException {
        input.seek(firstScan);
        MarkerReader markers = new MarkerReader(input);
        if (markers.next() != Markers.SOS) {
            throw new DamagedException("no scan where it should be");
        }
        int size = markers.segmentSize();
        return ScanHeader.parse(input.bytes(input.getStreamPosition(), size));
    }

    /** The wanted rows of units, in parts of some of them. */
    private static List<UnitRange> parts(UnitRange rows, FrameScan scan, CodeIndex index) {
        List<UnitRange> parts = new ArrayList<>();
        long blocksOfRow = scan.wantedBlocks() / Math.max(1, rows.end() - rows.first());
        for (int row = rows.first(); row < rows.end(); ) {
            int first = row++;
            while (row < rows.end()
                    && (row - first) * blocksOfRow < BLOCKS_OF_PART
                    && index.length(first, row + 1) <= BYTES_OF_PART) {
                row++;
            }
            parts.add(new UnitRange(first, row));
        }
        return parts;
    }

    private void decode(IdleProcessors processors) throws IOException {
        AtomicLong left = new AtomicLong(scan.wantedBlocks() / WORTH_HELP);
        IdleProcessors some = helper -> left.getAndDecrement() > 0 ? processors.start(helper) : null;
        try {
            PartLoop.run(some, parts.size(), this::worker);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private PartLoop.Worker worker() {
        try {
            IndexedRows rows = new IndexedRows(input, scan.forAnother(), index, samples);
            return part -> decode(rows, parts.get(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void decode(IndexedRows rows, UnitRange part) {
        try {
            rows.decode(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
