package dev.understudy.codec.facsimile;

import dev.understudy.codec.io.DamagedException;

/** The ways in which a line follows the one above it. Source: ITU-T T.4, table 4. */
enum Mode {
    PASS("0001", 0),
    HORIZONTAL("001", 0),
    VERTICAL("1", 0),
    RIGHT_1("011", 1),
    RIGHT_2("000011", 2),
    RIGHT_3("0000011", 3),
    LEFT_1("010", -1),
    LEFT_2("000010", -2),
    LEFT_3("0000010", -3);

    /** The most frequent first. */
    private static final Mode[] MODES = {VERTICAL, RIGHT_1, LEFT_1, HORIZONTAL, PASS, RIGHT_2, LEFT_2, RIGHT_3, LEFT_3};

    private final int code;
    private final int length;
    private final int shift;

    Mode(String code, int shift) {
        this.code = Integer.parseInt(code, 2);
        this.length = code.length();
        this.shift = shift;
    }

    /** The mode whose code the next 7 bits begin with. */
    static Mode of(int bits) throws DamagedException {
        for (Mode mode : MODES) {
            if (bits >> (7 - mode.length) == mode.code) {
                return mode;
            }
        }
        throw new DamagedException("it has too few lines, or a code that does not exist");
    }

    /** Bits of the code. */
    int length() {
        return length;
    }

    /** How far to the right of the change above the change of this line is. */
    int shift() {
        return shift;
    }
}
