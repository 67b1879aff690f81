package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.Input;
import dev.understudy.image.IdleProcessors;
import java.io.IOException;
import java.util.List;

/** Decodes the wanted blocks of rows of units that an index has found. For one thread; others may decode other rows meanwhile. */
final class IndexedRows {

    private final Input input;
    private final FrameScan scan;
    private final CodeIndex index;
    private final UnitRange columns;
    private final CodeReader bits = new CodeReader();
    private final SequentialScan task;
    private final UnitWalk walk;

    /**
     * A decoder.
     *
     * @param input which others may share
     * @param scan which nobody else decodes
     * @param samples where the samples go, which others may share
     */
    IndexedRows(Input input, FrameScan scan, CodeIndex index, List<ComponentSamples> samples) throws IOException {
        this.input = input;
        this.scan = scan;
        this.index = index;
        columns = UnitRange.columns(scan);
        Doubts doubts = new Doubts(false, false);
        TransformQueue alone = new TransformQueue(IdleProcessors.NONE, 0, samples);
        task = new SequentialScan(scan, samples, bits, new LeftOverCodes(input, scan), doubts, alone);
        walk = new UnitWalk(scan, bits, task, doubts, false);
    }

    /** Decodes rows. */
    void decode(UnitRange rows) throws IOException {
        CodeIndex.RowCodes codes = index.codes(input, rows);
        int point = columns.first() / index.step();
        for (int row = rows.first(); row < rows.end(); row++) {
            task.restart();
            bits.use(codes.bytes(), codes.bit(row, point), codes.end(row));
            for (int i = 0; i < scan.components().size(); i++) {
                scan.components().get(i).predict(index.prediction(row, point, i));
            }
            walk.walkRow(row, point * index.step(), columns.end());
        }
        task.finish();
    }
}
