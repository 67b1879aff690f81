package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import java.io.IOException;
import java.util.List;

/** Makes samples of the scans of a frame, according to its coding process. */
interface FrameScans {

    /** Takes a scan, whose data the stream is at; the stream goes on at the marker behind it. */
    void take(FrameScan scan) throws IOException;

    /** Ends the frame. The samples of its components. */
    List<ComponentSamples> finish() throws IOException;

    /** Fails when nothing has been decoded. */
    void requireAny() throws DamagedException;
}
