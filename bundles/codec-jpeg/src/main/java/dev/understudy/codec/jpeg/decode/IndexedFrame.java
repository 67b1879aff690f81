package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.syntax.MarkerReader;
import dev.understudy.codec.jpeg.syntax.Markers;
import dev.understudy.codec.jpeg.syntax.ScanHeader;
import dev.understudy.image.IdleProcessors;
import java.io.IOException;
import java.util.List;

/** Decodes a part of a frame by an index of its codes, of which no others are read. */
public final class IndexedFrame {

    private final Input input;
    private final FrameScan scan;
    private final CodeIndex index;
    private final List<ComponentSamples> samples;
    private final CodeReader bits = new CodeReader();

    private IndexedFrame(Input input, FrameScan scan, CodeIndex index, List<ComponentSamples> samples) {
        this.input = input;
        this.scan = scan;
        this.index = index;
        this.samples = samples;
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
        List<ComponentSamples> samples =
                layout.components().stream().map(ComponentSamples::new).toList();
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

    private void decode(IdleProcessors processors) throws IOException {
        UnitRange columns = UnitRange.columns(scan);
        UnitRange rows = UnitRange.rows(scan);
        Doubts doubts = new Doubts(false, false);
        LeftOverCodes leftOver = new LeftOverCodes(input, scan);
        try (TransformQueue queue = new TransformQueue(processors, scan.wantedBlocks(), samples)) {
            SequentialScan task = new SequentialScan(scan, samples, bits, leftOver, doubts, queue);
            UnitWalk walk = new UnitWalk(scan, bits, task, doubts, false);
            for (int row = rows.first(); row < rows.end(); row++) {
                int point = columns.first() / index.step();
                task.restart();
                seek(row, point);
                walk.walkRow(row, point * index.step(), columns.end());
            }
            task.finish();
        }
    }

    private void seek(int row, int point) throws IOException {
        bits.use(index.codes(input, row), index.offset(row, point));
        for (int i = 0; i < scan.components().size(); i++) {
            scan.components().get(i).predict(index.prediction(row, point, i));
        }
    }

    /** The units of a scan that blocks are wanted of, along one side. */
    private record UnitRange(int first, int end) {

        static UnitRange columns(FrameScan scan) {
            int first = scan.across();
            int end = 0;
            for (ScanComponent component : scan.components()) {
                ComponentLayout.Side side = component.layout().x();
                first = Math.min(first, side.first() / component.across());
                end = Math.max(end, FrameLayout.divideUp(side.end(), component.across()));
            }
            return new UnitRange(first, Math.min(end, scan.across()));
        }

        static UnitRange rows(FrameScan scan) {
            int first = scan.down();
            int end = 0;
            for (ScanComponent component : scan.components()) {
                ComponentLayout.Side side = component.layout().y();
                first = Math.min(first, side.first() / component.down());
                end = Math.max(end, FrameLayout.divideUp(side.end(), component.down()));
            }
            return new UnitRange(first, Math.min(end, scan.down()));
        }
    }
}
