package dev.understudy.catalog.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of a file without a mark, taken for UTF-8 instead of ISO-8859-1. Which of the two it is nobody can tell for certain. */
public final class Utf8Reading {

    private Utf8Reading() {}

    /** The text as UTF-8 has it; empty when its bytes are no UTF-8, or mean the same in both. */
    public static Optional<String> of(String text) {
        if (!mayBeAnother(text)) {
            return Optional.empty();
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether there are bytes that the two read differently, and no characters that only one of them has. */
    private static boolean mayBeAnother(String text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            all |= text.charAt(i);
        }
        return all >= 0x80 && all <= 0xff;
    }

    /** The end of a message about a name that leads nowhere while its UTF-8 reading does. */
    public static String hint(String reading) {
        return "; but '" + reading + "' is there: if the files of the catalog are UTF-8, Encoding=UTF-8 says so";
    }
}
