package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.jpeg.syntax.ZigZag;

/** Bits for coefficients that earlier scans have begun; they wait for the symbol that they follow. */
final class CorrectionBits {

    /** As many as may wait, with those of one more block. */
    private static final int MOST = 1000;

    private final SymbolTarget writer;
    private final byte[] bits = new byte[MOST];
    private int count;

    CorrectionBits(SymbolTarget writer) {
        this.writer = writer;
    }

    void add(int bit) {
        bits[count++] = (byte) bit;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether the bits of another block may be too many. */
    boolean isFull() {
        return count > MOST - ZigZag.COUNT;
    }

    /** Takes what another one has. */
    void take(CorrectionBits other) {
        System.arraycopy(other.bits, 0, bits, count, other.count);
        count += other.count;
        other.count = 0;
    }

    /** Writes the bits. */
    void write() {
        for (int i = 0; i < count; i++) {
            writer.bits(1, bits[i]);
        }
        count = 0;
    }
}
