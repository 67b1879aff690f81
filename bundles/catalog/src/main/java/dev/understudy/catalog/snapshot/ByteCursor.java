package dev.understudy.catalog.snapshot;

import java.nio.charset.StandardCharsets;

/** A place among the bytes of records, from which what {@link ByteSink} wrote is read. */
final class ByteCursor {

    private final byte[] bytes;
    private int at;

    ByteCursor(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    String latin(int characters) {
        String text = new String(bytes, at, characters, StandardCharsets.ISO_8859_1);
        at += characters;
        return text;
    }

    String wide(int characters) {
        char[] text = new char[characters];
        for (int i = 0; i < characters; i++, at += 2) {
            text[i] = (char) ((bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff));
        }
        return new String(text);
    }

    /** Whether the next characters, one byte each, are this text. */
    boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != (bytes[at + i] & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
