package dev.understudy.http.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds out, eight bytes at a time, whether a value can be logged as it is. */
final class PlainAscii {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** The lowest bit of each of eight bytes. */
    private static final long ONES = 0x0101010101010101L;

    /** The highest bit of each of eight bytes. */
    private static final long HIGH = 0x8080808080808080L;

    private static final char DELETE = 0x7f;

    private PlainAscii() {}

    /** Returns whether all bytes are visible characters of ASCII, none of them a percent sign. */
    static boolean isPlain(byte[] text) {
        int at = 0;
        long other = 0;
        for (; at + Long.BYTES <= text.length; at += Long.BYTES) {
            long octets = (long) LONGS.get(text, at);
            // A byte that is subtracted from a smaller one borrows from the next, which can only make that one look
            // wrong, too.
            other |= octets | octets - ONES * (' ' + 1) | (octets ^ ONES * '%') - ONES | octets + ONES;
        }
        if ((other & HIGH) != 0) {
            return false;
        }
        for (; at < text.length; at++) {
            if (text[at] <= ' ' || text[at] == '%' || text[at] == DELETE) {
                return false;
            }
        }
        return true;
    }
}
