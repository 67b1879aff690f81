package dev.understudy.codec.font.file;

import static dev.understudy.codec.font.file.TestSubstitutions.lookup;
import static dev.understudy.codec.font.file.TestSubstitutions.shorts;
import static dev.understudy.codec.font.file.TestSubstitutions.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The glyphs for lines from top to bottom, as the table GSUB has them. */
class VerticalGlyphsTest {

    private static final int GLYPHS = 100;

    /** Glyphs 5 and 9 by 15 and 19. */
    private static final byte[] BY_TEN = shorts(1, 6, 10, 1, 2, 5, 9);

    private static String forms(FontTable table) {
        VerticalGlyphs vertical = GlyphSubstitutions.vertical(table, GLYPHS);
        if (!vertical.areKnown()) {
            return "unknown";
        }
        return Arrays.toString(IntStream.range(0, GLYPHS)
                .filter(glyph -> vertical.of(glyph) != glyph)
                .mapToObj(glyph -> glyph + ">" + vertical.of(glyph))
                .toArray());
    }

    @Test
    void allKindsOfLists() {
        assertEquals("[5>15, 9>19]", forms(table("kana", "vert", lookup(1, BY_TEN))));
        assertEquals("[5>95]", forms(table("kana", "vert", lookup(1, shorts(1, 6, 65536 - 10 + 100, 1, 1, 5)))));
        assertEquals(
                "[5>70, 6>71, 9>72]",
                forms(table("kana", "vert", lookup(1, shorts(2, 12, 3, 70, 71, 72, 2, 2, 5, 6, 0, 9, 9, 2)))));
        byte[] extension = lookup(7, concat(shorts(1, 1, 0, 8), BY_TEN));
        assertEquals("[5>15, 9>19]", forms(table("kana", "vert", extension)));
        // beyond the list, as shapers have it
        assertEquals("[5>70]", forms(table("kana", "vert", lookup(1, shorts(2, 8, 1, 70, 1, 2, 5, 9)))));
    }

    @Test
    void lookupsFollowEachOther() {
        byte[] on = lookup(1, shorts(2, 10, 2, 30, 40, 1, 2, 15, 16));
        assertEquals("[5>30, 9>19, 15>30, 16>40]", forms(table("hani", "vert", lookup(1, BY_TEN), on)));
        // of the parts of one, the first that has the glyph
        byte[] parts = lookup(1, BY_TEN, shorts(1, 6, 20, 1, 2, 9, 10));
        assertEquals("[5>15, 9>19, 10>30]", forms(table("hani", "vert", parts)));
    }

    @Test
    void otherFeaturesAndScriptsSayNothing() {
        assertEquals("[]", forms(table("kana", "liga", lookup(1, BY_TEN))));
        assertEquals("[]", forms(table("deva", "vert", lookup(1, BY_TEN))));
        assertEquals("[]", forms(table("kana", "vert", lookup(4, shorts(1, 6, 0, 1, 1, 5)))));
        assertEquals("[5>15, 9>19]", forms(table("DFLT", "vrt2", lookup(1, BY_TEN))));
    }

    @ParameterizedTest
    @CsvSource({
        // the offset of the scripts, of the features, of the lookups
        "4, 60000, unknown",
        "6, 60000, unknown",
        "8, 60000, unknown",
        "4, 0, []",
        "6, 0, []",
        "8, 0, []",
        // the number of scripts, the script, its languages, its features
        "10, 65535, unknown",
        "16, 60000, unknown",
        "18, 60000, unknown",
        "18, 0, []",
        "26, 65535, unknown",
        "28, 65535, unknown",
        // the number of lookups, the first, its parts
        "40, 65535, unknown",
        "42, 65535, unknown",
        // a substitution of an unknown format, of nobody knows what, by glyphs that are not there, and of too many
        "52, 65535, unknown",
        "54, 60000, unknown",
        "56, 3, unknown",
        "58, 60000, unknown",
        "60, 95, unknown",
        "62, 3, unknown",
        "64, 65535, unknown"
    })
    void damage(int position, int value, String expected) {
        FontTable table = table("kana", "vert", lookup(1, BY_TEN));
        assertEquals("[5>15, 9>19]", forms(table));
        table.bytes().putShort(position, (short) value);
        assertEquals(expected, forms(table));
    }

    @Test
    void cutOff() {
        ByteBuffer whole = table("kana", "vert", lookup(1, BY_TEN)).bytes();
        for (int length = 0; length < whole.limit(); length++) {
            FontTable part = new FontTable("GSUB", 0, whole.slice(0, length));
            assertEquals("unknown", forms(part), length + " bytes");
        }
    }

    /** Lists that name the same bytes again and again, each within bounds. */
    @Test
    void noListTakesLong() {
        byte[] all = shorts(1, 6, 1, 2, 1, 0, 65535, 0);
        byte[][] lookups = new byte[2000][];
        Arrays.fill(lookups, lookup(1, all));
        FontTable many = table("kana", "vert", lookups);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertFalse(GlyphSubstitutions.vertical(many, 65535).areKnown()));
        FontTable few = table("kana", "vert", lookup(1, shorts(1, 6, 1, 2, 1, 0, 9000, 0)));
        assertTrue(GlyphSubstitutions.vertical(few, 65535).areKnown());
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
