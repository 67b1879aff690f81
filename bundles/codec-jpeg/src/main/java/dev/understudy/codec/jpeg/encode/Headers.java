package dev.understudy.codec.jpeg.encode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.understudy.codec.io.FileBuffer;
import dev.understudy.codec.jpeg.syntax.Markers;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Writes the segments of a file.
 *
 * <p>Source: ITU T.81, annex B; JFIF 1.02; Adobe's technical note 5116.
 */
final class Headers {

    private static final int PRECISION = 8;
    private static final int MAX_DENSITY = 0xffff;
    private static final int DOTS_AN_INCH = 1;

    private final FileBuffer file;

    Headers(FileBuffer file) {
        this.file = file;
    }

    void writeStart() {
        marker(Markers.SOI);
    }

    void writeEnd() {
        marker(Markers.EOI);
    }

    /** Whether JFIF's segment can hold a resolution, which is a whole number there. */
    static boolean holds(double resolution) {
        long density = Math.round(resolution);
        return density >= 1 && density <= MAX_DENSITY;
    }

    /** JFIF's segment; a resolution in pixels an inch that it cannot hold is left out. */
    void writeJfif(double resolution) {
        long density = Math.round(resolution);
        boolean known = holds(resolution);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("JFIF\0".getBytes(US_ASCII));
        content.write(1);
        content.write(2);
        content.write(known ? DOTS_AN_INCH : 0);
        writeShort(content, known ? (int) density : 1);
        writeShort(content, known ? (int) density : 1);
        writeShort(content, 0); // no thumbnail
        segment(Markers.APP0, content.toByteArray());
    }

    /** Adobe's segment, for components that are as they are. */
    void writeAdobe() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("Adobe".getBytes(US_ASCII));
        writeShort(content, 100);
        writeShort(content, 0);
        writeShort(content, 0);
        content.write(0);
        segment(Markers.APP14, content.toByteArray());
    }

    /** The tables of quantization, numbered from 0. */
    void writeQuantization(List<QuantizationTable> tables) {
        for (int i = 0; i < tables.size(); i++) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.write(i);
            content.writeBytes(tables.get(i).bytes());
            segment(Markers.DQT, content.toByteArray());
        }
    }

    void writeFrame(Frame frame, boolean progressive) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(PRECISION);
        writeShort(content, frame.height());
        writeShort(content, frame.width());
        content.write(frame.components().size());
        for (int i = 0; i < frame.components().size(); i++) {
            FrameComponent component = frame.components().get(i);
            content.write(i + 1);
            content.write(component.horizontal() << 4 | component.vertical());
            content.write(component.table());
        }
        segment(progressive ? Markers.SOF2 : Markers.SOF0, content.toByteArray());
    }

    /**
     * What comes before the data of a scan.
     *
     * @param tables the Huffman codes as a file has them, empty for none
     */
    void writeScan(Frame frame, ScanPlan scan, byte[] tables) {
        if (tables.length > 0) {
            segment(Markers.DHT, tables);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(scan.components().size());
        for (int number : scan.components()) {
            int table = frame.components().get(number).table();
            content.write(number + 1);
            content.write(table << 4 | table);
        }
        content.write(scan.first());
        content.write(scan.last());
        content.write(scan.before() << 4 | scan.low());
        segment(Markers.SOS, content.toByteArray());
    }

    private void segment(int marker, byte[] content) {
        marker(marker);
        file.write(content.length + 2 >> 8);
        file.write(content.length + 2);
        file.write(content);
    }

    private void marker(int marker) {
        file.write(0xff);
        file.write(marker);
    }

    private static void writeShort(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
