package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.image.IdleProcessors;
import java.io.IOException;
import java.util.List;

/** Decodes the scans of a sequential frame as they come. */
final class SequentialFrame implements FrameScans {

    private final Input input;
    private final Doubts doubts;
    private final boolean lenient;
    private final IdleProcessors processors;
    private final List<ComponentSamples> samples;
    private long decoded;

    SequentialFrame(Input input, FrameLayout layout, Doubts doubts, boolean lenient, IdleProcessors processors) {
        this.processors = processors;
        this.input = input;
        this.doubts = doubts;
        this.lenient = lenient;
        samples = layout.components().stream().map(ComponentSamples::new).toList();
    }

    @Override
    public void take(FrameScan scan) throws IOException {
        if (!scan.header().isSequential()) {
            input.forgive("a scan with a spectral selection or bit positions that its process does not have");
        }
        CodeReader bits = new CodeReader(input);
        try (TransformQueue queue = new TransformQueue(processors, scan.wantedBlocks(), samples)) {
            SequentialScan task =
                    new SequentialScan(scan, samples, bits, new LeftOverCodes(input, scan), doubts, queue);
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
