package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.codec.font.file.FontFileCheck;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A collection of one font. */
class CollectionTest {

    private static final int HEAD = 16;

    private final byte[] font = font();

    private static byte[] font() {
        try (InputStream in = Objects.requireNonNull(
                FontFileCheck.class.getResourceAsStream("/dev/understudy/engine/text/NotoSans-Regular.ttf"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The font with a head before it, and a table under another name. */
    private ByteBuffer collection(String table, String name) {
        ByteBuffer file = ByteBuffer.allocate(HEAD + font.length);
        file.putInt(0x74746366).putInt(0x10000).putInt(1).putInt(HEAD).put(font);
        int tables = file.getShort(HEAD + 4);
        for (int i = 0; i < tables; i++) {
            int row = HEAD + 12 + 16 * i;
            file.putInt(row + 8, file.getInt(row + 8) + HEAD);
            byte[] tag = new byte[4];
            file.get(row, tag);
            if (new String(tag, StandardCharsets.ISO_8859_1).equals(table)) {
                file.put(row, name.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return file;
    }

    @Test
    void aSoundOne() {
        assertDoesNotThrow(() -> FontFileCheck.tables(collection("", "")));
    }

    /** Only its name tells that text is laid out without it. */
    @ParameterizedTest
    @CsvSource({"GSUB, GSUC", "GPOS, gPOS", "GDEF, GDEf", "GSUB, 'G\u0001UB'", "post, qost"})
    void aTableThatHasLostItsName(String table, String name) {
        assertThrows(FontFormatException.class, () -> FontFileCheck.tables(collection(table, name)));
    }

    @ParameterizedTest
    @CsvSource({"GSUB, XYZW", "STAT, TSIV", "gasp, Debg"})
    void tablesOfTheirMakersOwn(String table, String name) {
        assertDoesNotThrow(() -> FontFileCheck.tables(collection(table, name)));
    }
}
