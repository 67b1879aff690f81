package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.syntax.MarkerReader;
import dev.understudy.codec.jpeg.syntax.Markers;
import dev.understudy.codec.jpeg.syntax.ScanHeader;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.Tolerance;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;

/** Decodes a frame: walks through its scans to the end of the image, and makes samples of them. */
public final class JpegFrameDecoder {

    private static final int MAX_SCANS = 256;

    private final Input input;
    private final FrameLayout layout;
    private final DecodingTables tables;
    private final boolean lenient;
    private final MarkerReader markers;
    private final Doubts doubts;
    private final FrameScans scans;
    private final ScannedComponents components = new ScannedComponents();
    private int count;
    private boolean ended;

    private JpegFrameDecoder(
            Input input, FrameLayout layout, DecodingTables tables, boolean lenient, Doubts doubts, FrameScans scans) {
        this.input = input;
        this.layout = layout;
        this.tables = tables;
        this.lenient = lenient;
        this.doubts = doubts;
        this.scans = scans;
        markers = new MarkerReader(input);
    }

    private static JpegFrameDecoder of(
            Input input,
            FrameLayout layout,
            DecodingTables tables,
            boolean lenient,
            boolean exact,
            IdleProcessors processors) {
        boolean progressive = layout.frame().progressive();
        Doubts doubts = new Doubts(progressive, exact);
        FrameScans scans = progressive
                ? new ProgressiveFrame(input, layout, doubts, lenient)
                : new SequentialFrame(input, layout, doubts, lenient, processors, null);
        return new JpegFrameDecoder(input, layout, tables.copy(), lenient, doubts, scans);
    }

    /**
     * The samples of a frame's components.
     *
     * @param firstScan where the marker of the first scan is
     * @param tables what has been defined before it
     * @param processors what may help
     * @throws DamagedException when samples that are wanted are not there or damaged; leniently, when all are
     */
    public static List<ComponentSamples> decode(
            Input input,
            long firstScan,
            FrameLayout layout,
            DecodingTables tables,
            Tolerance tolerance,
            IdleProcessors processors)
            throws IOException {
        boolean lenient = tolerance == Tolerance.LENIENT;
        return of(input, layout, tables, lenient, false, processors).read(firstScan);
    }

    /**
     * The samples of a frame inside another file, which has counted its bytes: any that no code is in are damage. Otherwise as
     * {@link #decode}, strictly and without help.
     */
    public static List<ComponentSamples> decodeExactly(
            Input input, long firstScan, FrameLayout layout, DecodingTables tables) throws IOException {
        return of(input, layout, tables, false, true, IdleProcessors.NONE).read(firstScan);
    }

    /** Reads all codes of a sequential frame, strictly, for an index of them. */
    static void readCodes(Input input, long firstScan, FrameLayout layout, DecodingTables tables, CodeIndexer indexer)
            throws IOException {
        Doubts doubts = new Doubts(false, false);
        SequentialFrame scans = new SequentialFrame(input, layout, doubts, false, IdleProcessors.NONE, indexer);
        new JpegFrameDecoder(input, layout, tables.copy(), false, doubts, scans).read(firstScan);
    }

    /**
     * The coefficients of a frame, strictly.
     *
     * @param layout of the full size; all coefficients of its part are kept
     */
    static List<Coefficients> readCoefficients(Input input, long firstScan, FrameLayout layout, DecodingTables tables)
            throws IOException {
        Doubts doubts = new Doubts(layout.frame().progressive(), false);
        CoefficientFrame scans = new CoefficientFrame(input, layout, doubts);
        new JpegFrameDecoder(input, layout, tables.copy(), false, doubts, scans).read(firstScan);
        return scans.coefficients();
    }

    private List<ComponentSamples> read(long firstScan) throws IOException {
        input.seek(firstScan + 2);
        readScans();
        return finish();
    }

    /** Reads to the end of the image or, when that does not come, of the file. */
    private void readScans() throws IOException {
        try {
            int marker = Markers.SOS;
            while (!Markers.isEnd(marker)) {
                readSegment(marker);
                marker = markers.next();
            }
            ended = marker == Markers.EOI;
        } catch (EOFException e) {
            ended = false;
        } catch (DamagedException e) {
            if (!lenient) {
                throw e;
            }
        }
    }

    private void readSegment(int marker) throws IOException {
        if (Markers.isAlone(marker)) {
            return;
        }
        if (!Markers.hasSegment(marker)) {
            throw new DamagedException("a marker that does not exist");
        }
        long start = input.getStreamPosition() + 2;
        int size = markers.segmentSize();
        if (Markers.isNote(marker)) {
            input.seek(start + size);
            return;
        }
        byte[] segment = input.bytes(start, size);
        if (marker == Markers.SOS) {
            readScan(ScanHeader.parse(segment));
        } else {
            tables.read(marker, segment);
        }
    }

    private void readScan(ScanHeader header) throws IOException {
        if (++count > MAX_SCANS) {
            throw new DamagedException("it has more than " + MAX_SCANS + " scans");
        }
        FrameScan scan = FrameScan.of(header, layout, tables);
        components.add(header, layout.frame());
        scans.take(scan);
    }

    private List<ComponentSamples> finish() throws IOException {
        if (lenient) {
            List<ComponentSamples> samples = scans.finish();
            scans.requireAny();
            return samples;
        }
        components.requireAll(layout.frame());
        boolean complete = components.areComplete(layout.frame());
        if (!ended && !complete) {
            throw new DamagedException("the file ends too early");
        }
        List<ComponentSamples> samples = scans.finish();
        if (!complete && (doubts.haveStrays() || markers.hasPassedStrays())) {
            throw new DamagedException("scans of it are missing where it has stray bytes");
        }
        doubts.check(input);
        if (!ended) {
            input.forgive("it has no end marker");
        }
        return samples;
    }
}
