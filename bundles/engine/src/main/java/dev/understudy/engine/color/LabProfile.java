package dev.understudy.engine.color;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A profile that leaves L*a*b* as it is, so that the JDK's color management can be asked for colors in it; and these colors as
 * 16-bit samples.
 *
 * <p>Source: the specification ICC.1:2004-10, sections 6.3.4.2 and 10.8.
 */
final class LabProfile {

    private static final int HEADER = 128;
    private static final int TAG_TABLE = 4 + 3 * 12;
    private static final int WHITE = HEADER + TAG_TABLE;
    private static final int WHITE_LENGTH = 20;
    private static final int DESCRIPTION = WHITE + WHITE_LENGTH;
    private static final int DESCRIPTION_LENGTH = 92;
    private static final int TABLE = DESCRIPTION + DESCRIPTION_LENGTH;
    private static final int CURVE_LENGTH = 3 * 2 * 2;
    private static final int NODES = 8;
    private static final int TABLE_LENGTH = 52 + 2 * CURVE_LENGTH + NODES * 3 * 2;
    private static final int LENGTH = TABLE + TABLE_LENGTH;
    private static final int S15_FIXED_16 = 1 << 16;

    private static final double LIGHTNESS = 0xff00 / 100.0;
    private static final double OPPONENT = 0x100;
    private static final double NEUTRAL = 0x8000;

    private LabProfile() {}

    /** The whole profile. */
    static byte[] bytes() {
        ByteBuffer profile = ByteBuffer.allocate(LENGTH);
        profile.putInt(0, LENGTH).putInt(8, 0x02400000);
        put(profile, 12, "abstLab Lab ");
        put(profile, 36, "acsp");
        putWhite(profile, 68);
        profile.putInt(HEADER, 3);
        putEntry(profile, 0, "wtpt", WHITE, WHITE_LENGTH);
        putEntry(profile, 1, "desc", DESCRIPTION, DESCRIPTION_LENGTH);
        putEntry(profile, 2, "A2B0", TABLE, TABLE_LENGTH);
        put(profile, WHITE, "XYZ ");
        putWhite(profile, WHITE + 8);
        put(profile, DESCRIPTION, "desc");
        profile.putInt(DESCRIPTION + 8, 1);
        putTable(profile);
        return profile.array();
    }

    /** Curves and a grid of two nodes a side that change nothing. */
    private static void putTable(ByteBuffer profile) {
        put(profile, TABLE, "mft2");
        profile.put(TABLE + 8, (byte) 3).put(TABLE + 9, (byte) 3).put(TABLE + 10, (byte) 2);
        for (int i = 0; i < 3; i++) {
            profile.putInt(TABLE + 12 + i * 16, S15_FIXED_16);
        }
        profile.putShort(TABLE + 48, (short) 2).putShort(TABLE + 50, (short) 2);
        int at = TABLE + 52;
        for (int i = 0; i < 3; i++) {
            profile.putShort(at + 4 * i + 2, (short) 0xffff);
            profile.putShort(LENGTH - CURVE_LENGTH + 4 * i + 2, (short) 0xffff);
        }
        at += CURVE_LENGTH;
        for (int node = 0; node < NODES; node++) {
            for (int i = 0; i < 3; i++) {
                profile.putShort(at + (node * 3 + i) * 2, (short) ((node >> (2 - i) & 1) * 0xffff));
            }
        }
    }

    private static void putWhite(ByteBuffer profile, int at) {
        for (int i = 0; i < 3; i++) {
            profile.putInt(at + 4 * i, (int) Math.round(Xyz.D50[i] * S15_FIXED_16));
        }
    }

    private static void putEntry(ByteBuffer profile, int number, String tag, int offset, int length) {
        int entry = HEADER + 4 + number * 12;
        put(profile, entry, tag);
        profile.putInt(entry + 4, offset).putInt(entry + 8, length);
    }

    private static void put(ByteBuffer profile, int at, String letters) {
        profile.put(at, letters.getBytes(StandardCharsets.US_ASCII));
    }

    /** The color of three samples. */
    static double[] color(short[] samples, int at) {
        return new double[] {
            (samples[at] & 0xffff) / LIGHTNESS,
            ((samples[at + 1] & 0xffff) - NEUTRAL) / OPPONENT,
            ((samples[at + 2] & 0xffff) - NEUTRAL) / OPPONENT
        };
    }

    /** Writes a color as three samples. */
    static void put(double[] lab, short[] samples, int at) {
        samples[at] = sample(lab[0] * LIGHTNESS);
        samples[at + 1] = sample(lab[1] * OPPONENT + NEUTRAL);
        samples[at + 2] = sample(lab[2] * OPPONENT + NEUTRAL);
    }

    private static short sample(double value) {
        return (short) Math.round(Math.max(0, Math.min(0xffff, value)));
    }
}
