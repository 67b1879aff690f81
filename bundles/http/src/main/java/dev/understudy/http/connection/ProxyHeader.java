package dev.understudy.http.connection;

import java.nio.ByteBuffer;

/** Finds the end of the header of the PROXY protocol, version 1 or 2, that a proxy sends before the first request. */
final class ProxyHeader {

    private static final int BINARY_START = 16;
    private static final int LENGTH_AT = 14;
    private static final byte TEXT = 'P';
    private static final byte BINARY = '\r';

    private final byte[] start = new byte[BINARY_START];
    private int have;
    private int left;
    private boolean over;

    /** Returns the index of the first byte after the header, as far as it is known; {@code to} when all bytes belong to it. */
    int skip(ByteBuffer bytes, int from, int to) {
        int at = from;
        while (at < to && !over) {
            byte next = bytes.get(at);
            if (have == 0 && next != TEXT && next != BINARY) {
                over = true;
                return at;
            }
            at++;
            if (have < BINARY_START) {
                start[have++] = next;
                if (have == BINARY_START && start[0] == BINARY) {
                    left = Byte.toUnsignedInt(start[LENGTH_AT]) << Byte.SIZE | Byte.toUnsignedInt(start[LENGTH_AT + 1]);
                    over = left == 0;
                }
            } else if (start[0] == BINARY) {
                over = --left == 0;
            }
            over |= start[0] == TEXT && next == '\n';
        }
        return at;
    }
}
