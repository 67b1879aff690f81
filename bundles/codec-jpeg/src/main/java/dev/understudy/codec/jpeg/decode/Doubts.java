package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;

/**
 * What is odd about the codes. Bytes that are left over before a marker may be stray ones, which cameras and scanners write, or codes
 * that a flipped bit has made the decoder miss.
 */
final class Doubts {

    private final boolean progressive;
    private final boolean exact;
    private int strays;
    private boolean onlyFilling = true;
    private boolean oddCodes;

    /**
     * No doubts yet.
     *
     * @param exact whether the image takes up its bytes exactly, so that any that are left over are codes
     */
    Doubts(boolean progressive, boolean exact) {
        this.progressive = progressive;
        this.exact = exact;
    }

    /**
     * Notes bytes that no code is in.
     *
     * @param atEnd whether they are before the end of the image
     */
    void add(PassedBytes stray, boolean atEnd) {
        if (!stray.isEmpty()) {
            strays++;
            onlyFilling &= atEnd && stray.areAlike();
        }
    }

    /** Notes codes that hardly any program would write. */
    void addOddCodes() {
        oddCodes = true;
    }

    /** Whether there have been bytes that no code is in. */
    boolean haveStrays() {
        return strays > 0;
    }

    /**
     * Fails when bytes that are left over may be codes: in sequential scans when anything else is odd; in progressive ones, where
     * little can be told from the codes, unless they are before the end and all alike, as what fills a file up is. Of an exact image
     * they always may be.
     */
    void check(Input input) throws DamagedException {
        if (strays == 0) {
            return;
        }
        if (exact || oddCodes || (progressive && (strays > 1 || !onlyFilling))) {
            throw new DamagedException("it has more bytes than codes");
        }
        input.forgive("stray bytes behind its samples");
    }
}
