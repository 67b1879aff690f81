package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.syntax.MarkerReader;
import dev.understudy.codec.jpeg.syntax.Markers;
import java.io.IOException;

/**
 * The height of an image whose frame header leaves it open, as scanners do that do not know it beforehand: it stands behind the first
 * scan.
 *
 * <p>Source: ITU-T T.81, annex B.2.5.
 */
public final class LineCount {

    private LineCount() {}

    /**
     * Reads it; the stream is then somewhere else.
     *
     * @param firstScan where the marker of the first scan is
     */
    public static int read(Input input, long firstScan) throws IOException {
        MarkerReader markers = new MarkerReader(input);
        input.seek(firstScan + 2);
        int size = markers.segmentSize();
        input.seek(input.getStreamPosition() + size);
        new ScanSkipper(input).skip();
        if (markers.next() == Markers.DNL && markers.segmentSize() == 2) {
            return input.readUnsignedShort();
        }
        throw new DamagedException("it does not say its height");
    }
}
