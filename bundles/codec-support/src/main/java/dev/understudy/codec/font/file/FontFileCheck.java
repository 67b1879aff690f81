package dev.understudy.codec.font.file;

import java.awt.FontFormatException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Checks that a font file is whole: text that is drawn with it looks as its makers want it. The JDK draws nothing, or something
 * else, for what it cannot read, and does not say so.
 */
public final class FontFileCheck {

    private FontFileCheck() {}

    /**
     * Checks a TrueType or OpenType font; the first one of a collection.
     *
     * @return what the font has of glyphs
     * @throws FontFormatException when the file is damaged; the message says where
     */
    public static GlyphTables tables(ByteBuffer file) throws FontFormatException {
        try {
            return new TableCheck(TableDirectory.of(file)).tables();
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
            throw damaged("a table goes on beyond its end", e);
        }
    }

    /**
     * Checks an Adobe Type 1 font.
     *
     * @throws FontFormatException when the file is damaged; the message says where
     */
    public static void type1(ByteBuffer file) throws FontFormatException {
        try {
            Type1Check.requireWhole(file);
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
            throw damaged("a segment goes on beyond the end of the file", e);
        }
    }

    private static FontFormatException damaged(String message, RuntimeException cause) {
        FontFormatException damaged = new FontFormatException(message);
        damaged.initCause(cause);
        return damaged;
    }
}
