package dev.understudy.codec.jpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.decode.DecodingTables;
import dev.understudy.codec.jpeg.decode.LineCount;
import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.codec.jpeg.syntax.MarkerReader;
import dev.understudy.codec.jpeg.syntax.Markers;
import dev.understudy.codec.meta.Exif;
import dev.understudy.failure.ServeException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Walks through the segments of a JPEG before its first scan. */
final class JpegParser {

    private final Input input;
    private final MarkerReader markers;
    private final ProfileSegments profile = new ProfileSegments();
    private final DecodingTables tables = new DecodingTables();
    private @Nullable FrameHeader frame;
    /** The first of them counts. */
    private @Nullable Exif exif;

    private boolean jfif;
    private double density;
    private int adobeTransform = -1;

    private JpegParser(Input input) {
        this.input = input;
        this.markers = new MarkerReader(input);
    }

    /** Reads what stands before the first scan. */
    static JpegFile head(Input input) throws IOException, ServeException {
        JpegParser parser = new JpegParser(input);
        return parser.result(parser.readHead());
    }

    private FrameHeader requireFrame() throws DamagedException {
        if (frame == null) {
            throw new DamagedException("it has no frame header");
        }
        return frame;
    }

    private JpegFile result(long firstScan) throws DamagedException {
        return new JpegFile(
                requireFrame(),
                jfif,
                adobeTransform,
                density,
                exif == null ? Exif.NONE : exif,
                profile.profile(),
                tables,
                firstScan);
    }

    /** Reads the segments before the first scan; where its marker stands. */
    private long readHead() throws IOException, ServeException {
        input.seek(0);
        if (input.readUnsignedShort() != 0xff00 + Markers.SOI) {
            throw new DamagedException("it does not begin as one");
        }
        while (true) {
            int marker = markers.next();
            long start = input.getStreamPosition() - 2;
            if (marker == Markers.SOS) {
                completeFrame(start);
                return start;
            }
            if (marker == Markers.EOI || marker == Markers.SOI) {
                throw new DamagedException("it has no image");
            }
            if (!Markers.isAlone(marker)) {
                readSegment(marker, start);
            }
        }
    }

    private void readSegment(int marker, long start) throws IOException, ServeException {
        if (!Markers.hasSegment(marker)) {
            throw new DamagedException("a marker that does not exist");
        }
        int size = markers.segmentSize();
        byte[] segment = input.bytes(start + 4, size);
        if (Markers.isFrame(marker)) {
            readFrame(marker, segment);
        } else if (marker == Markers.APP0) {
            readJfif(segment);
        } else if (marker == Markers.APP1 && startsWith(segment, "Exif\0")) {
            exif = exif == null ? Exif.read(input.part(start + 10, size - 6)) : exif;
        } else if (marker == Markers.APP2) {
            profile.add(segment);
        } else if (marker == Markers.APP14 && segment.length >= 12 && startsWith(segment, "Adobe")) {
            adobeTransform = segment[11] & 0xff;
        } else {
            tables.read(marker, segment);
        }
        input.seek(start + 4 + size);
    }

    private void readFrame(int marker, byte[] segment) throws IOException, ServeException {
        if (frame != null) {
            throw new DamagedException("it has two frame headers");
        }
        frame = FrameHeader.parse(marker, segment);
        frame.requireSupported();
    }

    private void completeFrame(long firstScan) throws IOException, ServeException {
        FrameHeader known = requireFrame();
        frame = known.height() > 0 ? known : known.withHeight(LineCount.read(input, firstScan));
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
