package dev.understudy.codec.font;

import dev.understudy.codec.font.file.FontFileCheck;
import dev.understudy.codec.font.file.GlyphTables;
import java.awt.Font;
import java.awt.FontFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The formats of font files that Java can read. */
enum FontFormat {
    TRUE_TYPE(Font.TRUETYPE_FONT),
    TYPE_1(Font.TYPE1_FONT);

    /** The number of bytes that tell the format. */
    static final int HEAD = 4;

    private final int javaFormat;

    FontFormat(int javaFormat) {
        this.javaFormat = javaFormat;
    }

    /** As {@link Font#createFont(int, java.io.File)} has it. */
    int javaFormat() {
        return javaFormat;
    }

    /**
     * What a font in this format has of glyphs.
     *
     * @throws FontFormatException when the file is damaged
     */
    GlyphTables glyphs(ByteBuffer file) throws FontFormatException {
        if (this == TRUE_TYPE) {
            return FontFileCheck.tables(file);
        }
        FontFileCheck.type1(file);
        return GlyphTables.UNKNOWN;
    }

    /** The format of a file that starts like this. */
    static Optional<FontFormat> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return switch (text) {
            case "\0\1\0\0", "OTTO", "true", "ttcf" -> Optional.of(TRUE_TYPE);
            case "%!PS", "%!Fo" -> Optional.of(TYPE_1);
            default -> text.startsWith("\u0080\1") ? Optional.of(TYPE_1) : Optional.empty();
        };
    }
}
