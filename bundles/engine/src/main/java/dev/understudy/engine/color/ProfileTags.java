package dev.understudy.engine.color;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tags of an ICC profile that its color management has found sound.
 *
 * <p>Source: the specification ICC.1:2004-10, sections 7 and 9.
 */
final class ProfileTags {

    private static final int VERSION = 8;
    private static final int CLASS = 12;
    private static final int COUNT = 128;
    private static final int TABLE = COUNT + 4;
    private static final int ENTRY = 12;
    private static final int VERSION_2_4 = 0x02400000;
    private static final int VERSION_4 = 0x04000000;
    private static final int S15_FIXED_16 = 1 << 16;

    private final ByteBuffer bytes;

    /** Where the entry of each tag begins. */
    private final Map<String, Integer> entries = new LinkedHashMap<>();

    /**
     * The tags of a profile.
     *
     * @throws IllegalArgumentException when it has no table of tags
     */
    ProfileTags(byte[] profile) {
        bytes = ByteBuffer.wrap(profile);
        if (profile.length < TABLE) {
            throw new IllegalArgumentException("it is cut short");
        }
        int count = bytes.getInt(COUNT);
        if (count < 0 || count > (profile.length - TABLE) / ENTRY) {
            throw new IllegalArgumentException("its table of tags is cut short");
        }
        for (int i = 0; i < count; i++) {
            int entry = TABLE + i * ENTRY;
            entries.putIfAbsent(text(entry), entry);
        }
    }

    boolean has(String tag) {
        return entries.containsKey(tag);
    }

    /** What is in a tag; empty when there is none, or it lies outside the profile. */
    byte[] data(String tag) {
        Integer entry = entries.get(tag);
        int offset = entry == null ? -1 : bytes.getInt(entry + 4);
        int length = entry == null ? -1 : bytes.getInt(entry + 8);
        return offset < 0 || length < 0 || offset > bytes.limit() - length
                ? new byte[0]
                : Arrays.copyOfRange(bytes.array(), offset, offset + length);
    }

    /** Whether colors come from or go to a table, not a matrix and curves. */
    boolean hasTables() {
        return has("A2B0") || has("B2A0");
    }

    /** Whether the profile is of a display. */
    boolean isDisplay() {
        return text(CLASS).equals("mntr");
    }

    /** Whether the profile is of a printer or a press. */
    boolean isOutput() {
        return text(CLASS).equals("prtr");
    }

    /** Whether the profile is of version 4. */
    boolean isVersion4() {
        return bytes.getInt(VERSION) >= VERSION_4;
    }

    /** The white of the medium in XYZ, that of the connection space where the profile does not tell. */
    double[] mediaWhite() {
        ByteBuffer tag = ByteBuffer.wrap(data("wtpt"));
        if (tag.limit() < 20 || isDisplay() && !isVersion4()) {
            return Xyz.D50.clone();
        }
        double[] white = new double[3];
        for (int i = 0; i < white.length; i++) {
            white[i] = (double) tag.getInt(8 + 4 * i) / S15_FIXED_16;
        }
        return white[0] > 0 && white[1] > 0 && white[2] > 0 ? white : Xyz.D50.clone();
    }

    /**
     * The profile with the tables of one intent alone. The JDK's color management chooses an intent by itself: by this it has no
     * choice. Nor does it then compensate for black of its own accord, as it does for some profiles of version 4.
     */
    byte[] only(RenderIntent intent) {
        byte[] changed = bytes.array().clone();
        ByteBuffer target = ByteBuffer.wrap(changed);
        if (isVersion4()) {
            target.putInt(VERSION, VERSION_2_4);
        }
        point(target, "A2B", intent);
        point(target, "B2A", intent);
        entries.forEach((tag, entry) -> {
            if (tag.startsWith("D2B") || tag.startsWith("B2D")) {
                changed[entry] = 'x';
            }
        });
        return changed;
    }

    /** Has all tables of a direction be that of an intent, if there is one. */
    private void point(ByteBuffer target, String direction, RenderIntent intent) {
        Integer chosen = entries.get(direction + intent.table());
        if (chosen != null) {
            for (char table = '0'; table <= '2'; table++) {
                Integer entry = entries.get(direction + table);
                if (entry != null) {
                    target.putInt(entry + 4, bytes.getInt(chosen + 4));
                    target.putInt(entry + 8, bytes.getInt(chosen + 8));
                }
            }
        }
    }

    private String text(int offset) {
        return new String(bytes.array(), offset, 4, StandardCharsets.ISO_8859_1);
    }
}
