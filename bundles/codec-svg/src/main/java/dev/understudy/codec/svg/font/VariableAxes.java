package dev.understudy.codec.svg.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The axes along which a font varies. Java draws it at the default of each, whatever is wanted.
 *
 * <p>Source: the OpenType specification, on the table {@code fvar}.
 *
 * @param defaults by the names of the axes; empty for a font that does not vary
 */
record VariableAxes(Map<String, Double> defaults) {

    /** The axes of a font that does not vary: none. */
    static final VariableAxes NONE = new VariableAxes(Map.of());

    private static final int ROW = 16;
    private static final int FIRST_ROW = 12;
    private static final double ONE = 1 << 16;

    VariableAxes {
        defaults = Map.copyOf(defaults);
    }

    /** The axes of a font whose tables have been checked. */
    static VariableAxes of(byte[] font) {
        ByteBuffer file = ByteBuffer.wrap(font);
        Map<String, Double> defaults = new HashMap<>();
        int tables = Short.toUnsignedInt(file.getShort(4));
        for (int i = 0; i < tables; i++) {
            int row = FIRST_ROW + ROW * i;
            if (row + ROW <= font.length && tag(font, row).equals("fvar")) {
                read(font, file.getInt(row + 8), defaults);
            }
        }
        return new VariableAxes(defaults);
    }

    private static void read(byte[] font, int start, Map<String, Double> defaults) {
        ByteBuffer table = ByteBuffer.wrap(font).position(start).slice();
        int first = Short.toUnsignedInt(table.getShort(4));
        int count = Short.toUnsignedInt(table.getShort(8));
        int size = Short.toUnsignedInt(table.getShort(10));
        for (int i = 0; i < count; i++) {
            int axis = first + size * i;
            defaults.put(tag(font, start + axis), table.getInt(axis + 8) / ONE);
        }
    }

    private static String tag(byte[] font, int at) {
        return new String(font, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** Whether text of a weight is as Java draws it; browsers also have letters depend on their size where a font can. */
    boolean areAsDrawn(int weight) {
        return !defaults.containsKey("opsz") && defaults.getOrDefault("wght", (double) weight) == weight;
    }
}
