package dev.understudy.codec.font.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Tables GSUB that are put together by hand. */
final class TestSubstitutions {

    private TestSubstitutions() {}

    /** A table with one feature of one script, of all languages. */
    static FontTable table(String script, String feature, byte[]... lookups) {
        ByteBuffer table = ByteBuffer.allocate(1 << 17);
        table.putInt(0x10000).putShort((short) 10).putShort((short) 30);
        int lookupList = 30 + 8 + 4 + 2 * lookups.length;
        table.putShort((short) lookupList);
        put(table, 1);
        table.put(script.getBytes(StandardCharsets.US_ASCII));
        put(table, 8, 4, 0, 0, 0xffff, 1, 0);
        put(table, 1);
        table.put(feature.getBytes(StandardCharsets.US_ASCII));
        put(table, 8, 0, lookups.length);
        for (int i = 0; i < lookups.length; i++) {
            put(table, i);
        }
        table.put(list(lookups));
        return new FontTable("GSUB", 0, table.flip().slice());
    }

    /** A lookup of several parts. */
    static byte[] lookup(int type, byte[]... parts) {
        byte[] list = list(parts);
        ByteBuffer lookup = ByteBuffer.allocate(list.length + 4);
        put(lookup, type, 0, parts.length);
        // offsets count from the type
        for (int i = 0; i < parts.length; i++) {
            put(lookup, ByteBuffer.wrap(list).getShort(2 + 2 * i) + 4);
        }
        return lookup.put(list, 2 + 2 * parts.length, list.length - 2 - 2 * parts.length)
                .array();
    }

    /** Two-byte numbers. */
    static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        put(bytes, values);
        return bytes.array();
    }

    private static byte[] list(byte[]... parts) {
        int length = 2 + 2 * parts.length;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer list = ByteBuffer.allocate(length);
        put(list, parts.length);
        int offset = 2 + 2 * parts.length;
        for (byte[] part : parts) {
            put(list, offset);
            offset += part.length;
        }
        for (byte[] part : parts) {
            list.put(part);
        }
        return list.array();
    }

    private static void put(ByteBuffer bytes, int... values) {
        for (int value : values) {
            bytes.putShort((short) value);
        }
    }
}
