package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes the scans of a progressive frame once all of them are known, but only those that can change a sample of what is wanted. Of
 * the others only the markers are looked at.
 */
final class ProgressiveFrame implements FrameScans {

    /** Many scans of a large image would keep a processor busy for long. */
    private static final long MAX_BLOCKS = 1L << 26;

    private final Input input;
    private final FrameLayout layout;
    private final Doubts doubts;
    private final boolean lenient;
    private final ScanSkipper skipper;
    private final List<StoredScan> scans = new ArrayList<>();
    private final int[][] steps;
    private long decoded;

    /** A scan, and where its data is. */
    private record StoredScan(FrameScan scan, long start) {}

    ProgressiveFrame(Input input, FrameLayout layout, Doubts doubts, boolean lenient) {
        this.input = input;
        this.layout = layout;
        this.doubts = doubts;
        this.lenient = lenient;
        skipper = new ScanSkipper(input);
        steps = new int[layout.components().size()][];
    }

    @Override
    public void take(FrameScan scan) throws IOException {
        for (ScanComponent component : scan.components()) {
            if (steps[component.index()] == null) {
                steps[component.index()] =
                        scan.tables().steps(component.layout().component().steps());
            }
        }
        scans.add(new StoredScan(scan, input.getStreamPosition()));
        skipper.skip();
    }

    @Override
    public List<ComponentSamples> finish() throws IOException {
        return samples(coefficients());
    }

    /** Ends the frame. The coefficients of its components. */
    List<Coefficients> coefficients() throws IOException {
        long end = input.getStreamPosition();
        List<Coefficients> coefficients = none(layout);
        long blocks = 0;
        for (StoredScan stored : needed(coefficients)) {
            blocks += stored.scan.blocks();
            if (blocks > MAX_BLOCKS) {
                throw new DamagedException(scans.size() + " scans are too many for an image of this size");
            }
            decode(stored, coefficients);
        }
        input.seek(end);
        return coefficients;
    }

    /** No coefficients yet, for each component of a frame. */
    static List<Coefficients> none(FrameLayout layout) {
        List<Coefficients> coefficients = new ArrayList<>();
        for (ComponentLayout component : layout.components()) {
            coefficients.add(new Coefficients(
                    component,
                    layout.unitsAcross() * component.component().horizontal(),
                    layout.unitsDown() * component.component().vertical()));
        }
        return coefficients;
    }

    private void decode(StoredScan stored, List<Coefficients> coefficients) throws IOException {
        input.seek(stored.start);
        CodeReader bits = new CodeReader(input);
        try {
            UnitWalk.UnitTask task = task(stored.scan, coefficients, bits);
            decoded += new UnitWalk(stored.scan, bits, task, doubts, lenient).walk();
        } catch (DamagedException e) {
            if (!lenient) {
                throw e;
            }
        }
    }

    private static UnitWalk.UnitTask task(FrameScan scan, List<Coefficients> coefficients, CodeReader bits)
            throws DamagedException {
        if (scan.header().from() == 0) {
            return new DcScan(scan, coefficients, bits);
        }
        return scan.header().refines()
                ? new AcRefiningScan(scan, coefficients, bits)
                : new AcScan(scan, coefficients, bits);
    }

    /**
     * The scans that can change a sample of what is wanted: of coefficients that are used, and those that tell which coefficients are
     * 0 to scans that refine them.
     */
    private List<StoredScan> needed(List<Coefficients> coefficients) {
        List<StoredScan> needed = new ArrayList<>();
        long[] wanted = coefficients.stream().mapToLong(Coefficients::used).toArray();
        for (int i = scans.size() - 1; i >= 0; i--) {
            FrameScan scan = scans.get(i).scan;
            long band = scan.header().band();
            boolean changes = scan.components().stream().anyMatch(one -> (wanted[one.index()] & band) != 0);
            if (changes) {
                needed.add(0, scans.get(i));
                if (scan.header().refines()) {
                    scan.components().forEach(one -> wanted[one.index()] |= band);
                }
            }
        }
        return needed;
    }

    private List<ComponentSamples> samples(List<Coefficients> coefficients) throws IOException {
        // where coefficients are missing, gray is what their zeros come to
        List<ComponentSamples> samples = ComponentSamples.of(layout, lenient);
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] != null) {
                transform(coefficients.get(i), steps[i], samples.get(i));
            }
        }
        return samples;
    }

    private static void transform(Coefficients coefficients, int[] steps, ComponentSamples samples) throws IOException {
        ComponentLayout.Side columns = coefficients.layout().x();
        ComponentLayout.Side rows = coefficients.layout().y();
        BlockBatch batch = new BlockBatch(samples);
        for (int y = rows.first(); y < rows.end(); y++) {
            UnitWalk.requireWanted();
            for (int x = columns.first(); x < columns.end(); x++) {
                coefficients.restore(x, y, steps, batch);
            }
        }
        batch.flush();
    }

    @Override
    public void requireAny() throws DamagedException {
        if (decoded == 0) {
            throw new DamagedException("no pixel of it can be read");
        }
    }
}
