package dev.understudy.engine.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** A font file that is put together anew from its tables, with the right checksums. */
final class TestFont {

    private static final int TRUE_TYPE = 0x00010000;
    private static final int OPEN_TYPE = 0x4f54544f;

    private final SortedMap<String, byte[]> tables = new TreeMap<>();

    private TestFont() {}

    static TestFont of(byte[] file) {
        TestFont font = new TestFont();
        ByteBuffer in = ByteBuffer.wrap(file);
        for (int i = 0; i < in.getShort(4); i++) {
            int row = 12 + 16 * i;
            byte[] table = new byte[in.getInt(row + 12)];
            in.get(in.getInt(row + 8), table);
            font.tables.put(new String(file, row, 4, StandardCharsets.ISO_8859_1), table);
        }
        return font;
    }

    byte[] table(String name) {
        return tables.get(name).clone();
    }

    TestFont with(String name, byte[] table) {
        tables.put(name, table);
        return this;
    }

    TestFont without(String name) {
        tables.remove(name);
        return this;
    }

    /** Has every outline begin with more instructions than there are bytes. */
    TestFont withUnreadableOutlines() {
        ByteBuffer glyf = ByteBuffer.wrap(table("glyf"));
        ByteBuffer loca = ByteBuffer.wrap(tables.get("loca"));
        boolean wide = ByteBuffer.wrap(tables.get("head")).getShort(50) != 0;
        for (int i = 0; i < glyphs(); i++) {
            int start = wide ? loca.getInt(i * 4) : 2 * Short.toUnsignedInt(loca.getShort(i * 2));
            int end = wide ? loca.getInt(i * 4 + 4) : 2 * Short.toUnsignedInt(loca.getShort(i * 2 + 2));
            if (end > start && glyf.getShort(start) > 0) {
                glyf.putShort(start + 10 + 2 * glyf.getShort(start), (short) -1);
            }
        }
        return with("glyf", glyf.array());
    }

    /** Has all glyphs be boxes, in the Compact Font Format. */
    TestFont withCffBoxes() {
        byte[] box = bytes(28, 1, 244, 22, 28, 1, 244, 28, 2, 188, 28, 254, 12, 6, 14); // 500 h, 500 700 -500
        ByteArrayOutputStream cff = new ByteArrayOutputStream();
        cff.writeBytes(bytes(1, 0, 4, 2));
        cff.writeBytes(index("Boxes".getBytes(StandardCharsets.US_ASCII), 1));
        int strings = cff.size() + 2 + 1 + 4 + 6 + 2 + 2;
        cff.writeBytes(index(bytes(29, 0, 0, strings >> 8, strings & 255, 17), 1));
        cff.writeBytes(bytes(0, 0, 0, 0));
        cff.writeBytes(index(box, glyphs()));
        tables.keySet().removeIf(name -> name.equals("glyf") || name.equals("loca"));
        byte[] maxp =
                ByteBuffer.allocate(6).putInt(0x5000).putShort((short) glyphs()).array();
        return with("CFF ", cff.toByteArray()).with("maxp", maxp);
    }

    byte[] file() {
        int length = 12 + 16 * tables.size();
        for (byte[] table : tables.values()) {
            length += table.length + 3 & ~3;
        }
        ByteBuffer file = ByteBuffer.allocate(length);
        file.putInt(tables.containsKey("CFF ") ? OPEN_TYPE : TRUE_TYPE).putShort((short) tables.size());
        int offset = 12 + 16 * tables.size();
        int row = 12;
        for (String name : tables.keySet()) {
            byte[] table = tables.get(name);
            file.put(row, name.getBytes(StandardCharsets.ISO_8859_1));
            file.putInt(row + 4, sum(name, table)).putInt(row + 8, offset).putInt(row + 12, table.length);
            file.put(offset, table);
            offset += table.length + 3 & ~3;
            row += 16;
        }
        return file.array();
    }

    private int glyphs() {
        return ByteBuffer.wrap(tables.get("maxp")).getShort(4);
    }

    private static int sum(String name, byte[] table) {
        ByteBuffer padded = ByteBuffer.allocate(table.length + 3 & ~3).put(0, table);
        int sum = 0;
        for (int i = 0; i < padded.limit(); i += 4) {
            sum += name.equals("head") && i == 8 ? 0 : padded.getInt(i);
        }
        return sum;
    }

    /** A list of equal parts; offsets of two bytes. */
    private static byte[] index(byte[] part, int count) {
        ByteBuffer index = ByteBuffer.allocate(3 + 2 * (count + 1) + part.length * count);
        index.putShort((short) count).put((byte) 2);
        for (int i = 0; i <= count; i++) {
            index.putShort((short) (1 + i * part.length));
        }
        for (int i = 0; i < count; i++) {
            index.put(part);
        }
        return index.array();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
