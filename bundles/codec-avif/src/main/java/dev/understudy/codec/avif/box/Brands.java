package dev.understudy.codec.avif.box;

import java.nio.ByteBuffer;

/** What a file says at its start about who can read it. */
public final class Brands {

    private static final int FILE_TYPE = 0x66747970; // ftyp
    private static final int STILL = 0x61766966; // avif
    private static final int SEQUENCE = 0x61766973; // avis
    private static final int MINOR_VERSION = 12;

    private Brands() {}

    /**
     * Whether a file is for readers of AVIF.
     *
     * @param head its first bytes; left unmoved
     */
    public static boolean areOfAvif(ByteBuffer head) {
        int start = head.position();
        if (head.remaining() < MINOR_VERSION || head.getInt(start + 4) != FILE_TYPE) {
            return false;
        }
        long end = Math.min(head.getInt(start) & 0xffff_ffffL, head.remaining());
        for (int at = 8; at + 4 <= end; at += 4) {
            int brand = head.getInt(start + at);
            if (at != MINOR_VERSION && (brand == STILL || brand == SEQUENCE)) {
                return true;
            }
        }
        return false;
    }
}
