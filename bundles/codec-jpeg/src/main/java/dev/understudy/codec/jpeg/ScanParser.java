package dev.understudy.codec.jpeg;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.codec.jpeg.syntax.MarkerReader;
import dev.understudy.codec.jpeg.syntax.Markers;
import dev.understudy.codec.jpeg.syntax.ScanHeader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Walks through the scans of a JPEG and puts them together as the decoder takes them, with an end marker behind them. */
final class ScanParser {

    private static final int MAX_SCANS = 256;
    private static final byte[] END = {(byte) 0xff, (byte) Markers.EOI};

    private final Input input;
    private final FrameHeader frame;
    private final MarkerReader markers;
    private final ScanSkipper skipper;
    private final ScannedComponents components = new ScannedComponents();
    private final List<InputSegment> segments = new ArrayList<>();
    private int count;
    private boolean ended;

    ScanParser(Input input, FrameHeader frame) {
        this.input = input;
        this.frame = frame;
        markers = new MarkerReader(input);
        skipper = new ScanSkipper(input);
    }

    /** Reads from the first scan's marker to the end of the image or, when that does not come, of the file. */
    void read(long firstScan) throws IOException {
        input.seek(firstScan + 2);
        int marker = Markers.SOS;
        try {
            while (!isEnd(marker)) {
                marker = readSegment(marker);
            }
            ended = marker == Markers.EOI;
        } catch (EOFException e) {
            ended = false;
        }
        segments.add(inMemory(END));
    }

    /** How many scans there are. */
    int count() {
        return count;
    }

    List<InputSegment> segments() {
        return segments;
    }

    /** Fails unless the scans have all samples, as far as can be told without decoding them. */
    void requireAll() throws DamagedException {
        components.requireAll(frame);
        if (!ended && !components.areComplete(frame)) {
            throw new DamagedException("the file ends too early");
        }
        if (!ended) {
            input.forgive("it has no end marker");
        }
    }

    /** Fails when nothing of the image is there. */
    void requireAny() throws DamagedException {
        if (count == 0) {
            throw new DamagedException("the file ends before its samples");
        }
    }

    /** Another image, such as a preview, may follow one without an end marker. */
    private static boolean isEnd(int marker) {
        return marker == Markers.EOI || marker == Markers.SOI || Markers.isFrame(marker);
    }

    private int readSegment(int marker) throws IOException {
        if (Markers.isRestart(marker)) {
            return markers.next();
        }
        long start = input.getStreamPosition() - 2;
        int size = markers.segmentSize();
        if (marker == Markers.SOS) {
            readHeader(start, size);
            return skipScan(start + 4 + size);
        }
        if (!Markers.isNote(marker)) {
            segments.add(new InputSegment.OfFile(start, size + 4L));
        }
        input.seek(start + 4 + size);
        return markers.next();
    }

    private void readHeader(long start, int size) throws IOException {
        ScanHeader header = ScanHeader.parse(input.bytes(start + 4, size));
        boolean senseless = !frame.progressive() && !header.isSequential();
        components.add(header, frame);
        if (senseless) {
            input.forgive("a scan with a spectral selection or bit positions that its process does not have");
            segments.add(inMemory(header.sequential()));
        } else {
            segments.add(new InputSegment.OfFile(start, size + 4L));
        }
    }

    /** Takes the data of a scan, as much as there is; the marker behind it. */
    private int skipScan(long start) throws IOException {
        if (++count > MAX_SCANS) {
            throw new DamagedException("it has more than " + MAX_SCANS + " scans");
        }
        try {
            int marker = skipper.skip();
            segments.add(new InputSegment.OfFile(start, input.getStreamPosition() - 2 - start));
            return marker;
        } catch (EOFException e) {
            count -= start < input.length() ? 0 : 1;
            segments.add(new InputSegment.OfFile(start, input.length() - start));
            throw e;
        }
    }

    private static InputSegment inMemory(byte[] bytes) {
        return new InputSegment.InMemory(ByteBuffer.wrap(bytes));
    }
}
