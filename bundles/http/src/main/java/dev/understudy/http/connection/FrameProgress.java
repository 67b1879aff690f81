package dev.understudy.http.connection;

import java.nio.ByteBuffer;

/** How far the frames of an HTTP/2 connection have arrived; RFC 9113, section 4.1. */
final class FrameProgress {

    private static final int HEADER = 9;
    private static final int TYPE_AT = 3;
    private static final int FLAGS_AT = 4;
    private static final int DATA = 0x0;
    private static final int HEADERS = 0x1;
    private static final int CONTINUATION = 0x9;
    private static final int END_HEADERS = 0x4;

    private final byte[] header = new byte[HEADER];
    private int have;
    private int left;
    private boolean blockOpen;
    private boolean advanced;

    /** Takes note of bytes that have arrived. */
    void add(ByteBuffer bytes, int from, int to) {
        advanced = false;
        int at = from;
        while (at < to) {
            if (left > 0) {
                int part = Math.min(left, to - at);
                at += part;
                left -= part;
            } else {
                header[have++] = bytes.get(at++);
                if (have == HEADER) {
                    left = (header[0] & 0xff) << 16 | (header[1] & 0xff) << 8 | header[2] & 0xff;
                }
            }
            if (have == HEADER && left == 0) {
                endFrame();
            }
        }
    }

    /** Returns whether a frame, or the header of a request in several frames, has begun and not ended; that of a body does not count. */
    boolean isWithin() {
        return blockOpen || have > 0 && (have <= TYPE_AT || header[TYPE_AT] != DATA);
    }

    /** Returns whether one has ended among the bytes that were added last. */
    boolean hasAdvanced() {
        return advanced;
    }

    private void endFrame() {
        have = 0;
        if (header[TYPE_AT] == HEADERS || header[TYPE_AT] == CONTINUATION) {
            blockOpen = (header[FLAGS_AT] & END_HEADERS) == 0;
        }
        advanced |= !blockOpen;
    }
}
