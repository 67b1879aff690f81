package dev.understudy.codec.jpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import dev.understudy.codec.meta.Exif;
import dev.understudy.failure.ServeException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through the segments of a JPEG. The whole walk ends at the EOI marker or fails: no file that is cut short gets through. */
final class JpegParser {

    private static final int MAX_SCANS = 256;

    private final Input input;
    private final ScanSkipper scans;
    private final ProfileSegments profile = new ProfileSegments();
    private final ScannedComponents components = new ScannedComponents();
    private final List<InputSegment> essence = new ArrayList<>();
    private @Nullable FrameHeader frame;
    /** The first of them counts. */
    private @Nullable Exif exif;

    private boolean jfif;
    private double density;
    private int adobeTransform = -1;
    private int scanCount;
    /** Up to where scans can be decoded, 0 before there is one: not into the tables of the next one. */
    private long usableEnd;

    private JpegParser(Input input) {
        this.input = input;
        this.scans = new ScanSkipper(input);
    }

    /** Reads what stands before the first scan. */
    static JpegFile head(Input input) throws IOException, ServeException {
        JpegParser parser = new JpegParser(input);
        parser.readHead();
        return parser.result();
    }

    /** Reads up to the end of the image. */
    static JpegFile whole(Input input) throws IOException, ServeException {
        JpegParser parser = new JpegParser(input);
        long firstScan = parser.readHead();
        parser.readScans(firstScan);
        JpegFile file = parser.result();
        parser.components.requireAll(file.frame());
        return file;
    }

    /** Reads as much of the image as there is, which must be more than its head. */
    static JpegFile damaged(Input input) throws IOException, ServeException {
        JpegParser parser = new JpegParser(input);
        long firstScan = parser.readHead();
        try {
            parser.readScans(firstScan);
        } catch (EOFException e) {
            if (parser.usableEnd == 0) {
                throw new DamagedException("the file ends before its samples");
            }
            parser.essence.add(new InputSegment.OfFile(firstScan, parser.usableEnd - firstScan));
        }
        return parser.result();
    }

    private JpegFile result() throws DamagedException {
        if (frame == null) {
            throw new DamagedException("it has no frame header");
        }
        return new JpegFile(
                frame,
                jfif,
                adobeTransform,
                density,
                exif == null ? Exif.NONE : exif,
                profile.profile(),
                scanCount,
                essence);
    }

    /** Reads the segments before the first scan; where its marker stands. */
    private long readHead() throws IOException, ServeException {
        input.seek(0);
        if (input.readUnsignedShort() != 0xff00 + Markers.SOI) {
            throw new DamagedException("it does not begin as one");
        }
        essence.add(new InputSegment.OfFile(0, 2));
        while (true) {
            int marker = nextMarker();
            long start = input.getStreamPosition() - 2;
            if (marker == Markers.SOS) {
                if (frame == null) {
                    throw new DamagedException("it has no frame header");
                }
                return start;
            }
            if (marker == Markers.EOI || marker == Markers.SOI) {
                throw new DamagedException("it has no image");
            }
            if (!Markers.isRestart(marker)) {
                readSegment(marker, start);
            }
        }
    }

    private void readSegment(int marker, long start) throws IOException, ServeException {
        int size = segmentSize();
        byte[] segment = input.bytes(start + 4, size);
        if (Markers.isFrame(marker)) {
            readFrame(marker, segment);
        } else if (marker == Markers.APP0) {
            readJfif(segment);
        } else if (marker == Markers.APP1 && startsWith(segment, "Exif\0")) {
            exif = exif == null ? Exif.read(input.part(start + 10, size - 6)) : exif;
        } else if (marker == Markers.APP2) {
            profile.add(segment);
        }
        boolean adobe = marker == Markers.APP14 && segment.length >= 12 && startsWith(segment, "Adobe");
        if (adobe) {
            adobeTransform = segment[11] & 0xff;
        }
        if (adobe || !Markers.isNote(marker)) {
            essence.add(new InputSegment.OfFile(start, size + 4L));
        }
        input.seek(start + 4 + size);
    }

    private void readFrame(int marker, byte[] segment) throws IOException, ServeException {
        if (frame != null) {
            throw new DamagedException("it has two frame headers");
        }
        frame = FrameHeader.parse(marker, segment);
        frame.requireSupported();
        DimensionChecks.check(frame.width(), frame.height());
        // every block of 64 samples has at least one bit
        DimensionChecks.requirePlausible((long) frame.width() * frame.height(), input.length(), 64 * 8);
    }

    private void readJfif(byte[] segment) {
        if (segment.length >= 12 && startsWith(segment, "JFIF\0")) {
            jfif = true;
            int unit = segment[7];
            int x = (segment[8] & 0xff) << 8 | (segment[9] & 0xff);
            density = unit == 1 ? x : unit == 2 ? x * 2.54 : 0;
        }
    }

    /** Checks that all scans are there, from the first one's marker to the end of the image. */
    private void readScans(long firstScan) throws IOException {
        input.seek(firstScan + 2);
        int marker = Markers.SOS;
        while (marker != Markers.EOI) {
            if (Markers.isFrame(marker) || marker == Markers.SOI) {
                throw new DamagedException("another image begins before the end of the first");
            }
            long start = input.getStreamPosition();
            int size = segmentSize();
            input.seek(start + 2 + size);
            if (marker == Markers.SOS) {
                components.add(input.bytes(start + 2, size));
                if (++scanCount > MAX_SCANS) {
                    throw new DamagedException("it has more than " + MAX_SCANS + " scans");
                }
                usableEnd = input.getStreamPosition() < input.length() ? input.length() : usableEnd;
                marker = scans.skip();
                usableEnd = input.getStreamPosition() - 2;
            } else {
                marker = nextMarker();
            }
        }
        essence.add(new InputSegment.OfFile(firstScan, input.getStreamPosition() - firstScan));
    }

    /** The next marker; stray bytes before it are skipped, as all decoders do. */
    private int nextMarker() throws IOException {
        while (true) {
            int value = input.readUnsignedByte();
            while (value == 0xff) {
                value = input.readUnsignedByte();
                if (value != 0 && value != 0xff) {
                    return value;
                }
            }
        }
    }

    /** The number of bytes of the segment that begins here, without the two that say so. */
    private int segmentSize() throws IOException {
        int size = input.readUnsignedShort() - 2;
        if (size < 0) {
            throw new DamagedException("it has a segment of no length");
        }
        return size;
    }

    private static boolean startsWith(byte[] segment, String name) {
        byte[] bytes = name.getBytes(ISO_8859_1);
        if (segment.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (segment[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
