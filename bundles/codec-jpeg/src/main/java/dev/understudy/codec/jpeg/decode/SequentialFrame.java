package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.image.IdleProcessors;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes the scans of a sequential frame as they come. */
final class SequentialFrame implements FrameScans {

    private final Input input;
    private final Doubts doubts;
    private final boolean lenient;
    private final IdleProcessors processors;
    private final List<ComponentSamples> samples;
    private final @Nullable CodeIndexer indexer;
    private long decoded;

    /**
     * A frame of which no scan has come yet.
     *
     * @param indexer notes where its codes are; null for none
     */
    SequentialFrame(
            Input input,
            FrameLayout layout,
            Doubts doubts,
            boolean lenient,
            IdleProcessors processors,
            @Nullable CodeIndexer indexer) {
        this.indexer = indexer;
        this.processors = processors;
        this.input = input;
        this.doubts = doubts;
        this.lenient = lenient;
        samples = ComponentSamples.of(layout, lenient);
    }

    @Override
    public void take(FrameScan scan) throws IOException {
        if (!scan.header().isSequential()) {
            input.forgive("a scan with a spectral selection or bit positions that its process does not have");
        }
        long start = input.getStreamPosition();
        CodeReader bits = new CodeReader(input);
        try (TransformQueue queue = new TransformQueue(processors, scan.wantedBlocks(), samples)) {
            UnitWalk.UnitTask task =
                    new SequentialScan(scan, samples, bits, new LeftOverCodes(input, scan), doubts, queue);
            if (indexer != null) {
                task = indexer.watch(scan, bits, task, start);
            }
            decoded += new UnitWalk(scan, bits, task, doubts, lenient).walk();
        }
    }

    @Override
    public List<ComponentSamples> finish() {
        return samples;
    }

    @Override
    public void requireAny() throws DamagedException {
        if (decoded == 0) {
            throw new DamagedException("no pixel of it can be read");
        }
    }
}
