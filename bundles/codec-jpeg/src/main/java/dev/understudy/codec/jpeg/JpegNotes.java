package dev.understudy.codec.jpeg;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.syntax.MarkerReader;
import dev.understudy.codec.jpeg.syntax.Markers;
import java.io.IOException;

/** Gathers what programs have noted in a JPEG, from the segments before its first scan. */
record JpegNotes(XmpSegments xmp, PhotoshopSegments photoshop) {

    static JpegNotes read(Input input) throws IOException {
        JpegNotes notes = new JpegNotes(new XmpSegments(), new PhotoshopSegments());
        input.seek(0);
        if (input.readUnsignedShort() != 0xff00 + Markers.SOI) {
            throw new DamagedException("it does not begin as one");
        }
        MarkerReader markers = new MarkerReader(input);
        int marker = markers.next();
        while (marker != Markers.SOS && marker != Markers.EOI) {
            if (!Markers.isRestart(marker) && marker != Markers.SOI) {
                notes.readSegment(marker, markers.segmentSize(), input);
            }
            marker = markers.next();
        }
        return notes;
    }

    private void readSegment(int marker, int size, Input input) throws IOException {
        long start = input.getStreamPosition();
        if (marker == Markers.APP1) {
            xmp.add(input.bytes(start, size));
        } else if (marker == Markers.APP13) {
            photoshop.add(input.bytes(start, size));
        }
        input.seek(start + size);
    }
}
