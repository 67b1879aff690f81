package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.syntax.Markers;
import java.io.IOException;

/** Passes over the entropy-coded data of a scan, where 0xff is followed by 0 or by a restart marker. */
final class ScanSkipper {

    private final Input input;
    private final byte[] buffer = new byte[1 << 15];

    ScanSkipper(Input input) {
        this.input = input;
    }

    /** Moves the stream to the marker that ends the scan or, when none does, to the end. */
    void skip() throws IOException {
        boolean afterFf = false;
        while (true) {
            long position = input.getStreamPosition();
            int count = input.read(buffer, 0, buffer.length);
            if (count < 0) {
                return;
            }
            for (int i = 0; i < count; i++) {
                while (!afterFf && i + Long.BYTES < count && !CodeReader.hasFf(buffer, i)) {
                    i += Long.BYTES;
                }
                int value = buffer[i] & 0xff;
                if (afterFf && value != 0 && value != 0xff && !Markers.isRestart(value)) {
                    input.seek(position + i - 1);
                    return;
                }
                afterFf = value == 0xff;
            }
        }
    }
}
