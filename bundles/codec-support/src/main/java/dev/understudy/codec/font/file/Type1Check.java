package dev.understudy.codec.font.file;

import java.awt.FontFormatException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Sees to it that a Type 1 font is whole. Its outlines are encrypted in a way that makes nonsense of all that follows a changed
 * byte, so its end tells.
 *
 * <p>Source: Adobe's "Type 1 Font Format", chapter 7, and technical note 5040 for files in segments.
 */
final class Type1Check {

    private static final int SEGMENT = 0x80;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int SEGMENT_HEAD = 6;

    private static final int KEY = 55665;
    private static final int RANDOM_BYTES = 4;

    /** What may stand before the outlines; they never begin with any of it. */
    private static final String WHITE_SPACE = " \t\r\n";

    private static final String ENCRYPTED = "eexec";
    private static final String OUTLINES = "/CharStrings";
    private static final String END = "closefile";

    private Type1Check() {}

    static void requireWhole(ByteBuffer file) throws FontFormatException {
        byte[] all = Byte.toUnsignedInt(file.get(0)) == SEGMENT ? joined(file) : bytes(file, 0, file.limit());
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int marker = text.indexOf(ENCRYPTED);
        if (marker < 0) {
            throw new FontFormatException("it has no outlines");
        }
        requireText(text.substring(0, marker));
        int start = marker + ENCRYPTED.length();
        while (start < all.length && WHITE_SPACE.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        String outlines = decrypted(isHexadecimal(text, start) ? binary(text, start) : tail(all, start));
        int strings = outlines.indexOf(OUTLINES);
        if (strings < 0 || outlines.indexOf(END, strings) < 0) {
            throw new FontFormatException("its outlines are damaged");
        }
    }

    /** The bytes of all segments; what follows them is no part of the font. */
    private static byte[] joined(ByteBuffer file) throws FontFormatException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int position = 0;
        while (position + SEGMENT_HEAD <= file.limit() && Byte.toUnsignedInt(file.get(position)) == SEGMENT) {
            int kind = file.get(position + 1);
            if (kind != TEXT && kind != BINARY) {
                break;
            }
            int length = Integer.reverseBytes(file.getInt(position + 2));
            if (length < 0 || length > file.limit() - position - SEGMENT_HEAD) {
                throw new FontFormatException("a segment goes on beyond the end of the file");
            }
            joined.writeBytes(bytes(file, position + SEGMENT_HEAD, length));
            position += SEGMENT_HEAD + length;
        }
        return joined.toByteArray();
    }

    private static byte[] bytes(ByteBuffer file, int start, int length) {
        byte[] bytes = new byte[length];
        file.get(start, bytes);
        return bytes;
    }

    private static byte[] tail(byte[] all, int start) {
        return Arrays.copyOfRange(all, Math.min(start, all.length), all.length);
    }

    /** What stands before the outlines is text. */
    private static void requireText(String text) throws FontFormatException {
        if (!text.startsWith("%!PS-AdobeFont") && !text.startsWith("%!FontType")
                || text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r')) {
            throw new FontFormatException("what stands before its outlines is damaged");
        }
        Type1Header.requireSound(text);
    }

    private static boolean isHexadecimal(String text, int start) {
        return text.length() >= start + RANDOM_BYTES
                && text.substring(start, start + RANDOM_BYTES).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static byte[] binary(String text, int start) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int high = -1;
        for (int i = start; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit >= 0 && high >= 0) {
                bytes.write(high << 4 | digit);
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            } else if (text.charAt(i) > ' ') {
                break;
            }
        }
        return bytes.toByteArray();
    }

    private static String decrypted(byte[] encrypted) {
        byte[] plain = new byte[encrypted.length];
        int state = KEY;
        for (int i = 0; i < plain.length; i++) {
            int next = Byte.toUnsignedInt(encrypted[i]);
            plain[i] = (byte) (next ^ state >> 8);
            state = (next + state) * 52845 + 22719 & 0xffff;
        }
        return new String(plain, StandardCharsets.ISO_8859_1).substring(Math.min(RANDOM_BYTES, plain.length));
    }
}
