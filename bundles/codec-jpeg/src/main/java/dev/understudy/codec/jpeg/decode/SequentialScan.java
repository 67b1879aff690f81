package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the units of a sequential scan.
 *
 * <p>Source: ITU-T T.81, annex F.2.
 */
final class SequentialScan implements UnitWalk.UnitTask {

    private static final int TABLES = 4;

    private final CodeReader bits;
    private final BlockDecoder[] decoders;
    private final LeftOverCodes leftOver;
    private long decoded;

    SequentialScan(
            FrameScan scan,
            List<ComponentSamples> samples,
            CodeReader bits,
            LeftOverCodes leftOver,
            Doubts doubts,
            TransformQueue queue)
            throws DamagedException {
        this.bits = bits;
        this.leftOver = leftOver;
        decoders = new BlockDecoder[scan.components().size()];
        @Nullable SkipTable[] skips = new SkipTable[TABLES];
        for (int i = 0; i < decoders.length; i++) {
            ScanComponent component = scan.components().get(i);
            DecodingTables tables = scan.tables();
            CodeTable first = tables.dcTable(component.dcTable());
            int number = component.acTable();
            CodeTable others = tables.acTable(number);
            SkipTable skip = skips[number] == null ? new SkipTable(others) : skips[number];
            skips[number] = skip;
            int[] steps = tables.steps(component.layout().component().steps());
            BlockBatch batch = new BlockBatch(samples.get(component.index()), queue);
            CoefficientReader reader = new CoefficientReader(bits, others, skip, steps, batch);
            decoders[i] = new BlockDecoder(component, bits, first, reader, batch, doubts);
        }
    }

    @Override
    public void restart() {
        for (BlockDecoder decoder : decoders) {
            decoder.restart();
        }
    }

    @Override
    public void decode(int row, int from, int to) throws IOException {
        long word = bits.word;
        for (int column = from; column < to; column++) {
            for (BlockDecoder decoder : decoders) {
                word = decoder.decodeUnit(word, column, row);
            }
            decoded++;
        }
        bits.word = word;
    }

    @Override
    public long decoded() {
        return decoded;
    }

    @Override
    public boolean goesOn(CodesEnd end) throws IOException {
        return leftOver.follow(end);
    }

    @Override
    public void finish() {
        for (BlockDecoder decoder : decoders) {
            decoder.flush();
        }
    }
}
