package dev.understudy.codec.svg.font;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.understudy.failure.ServeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EmbeddedFontsTest {

    private static byte[] file(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(EmbeddedFontsTest.class.getResourceAsStream("/fonts/" + name))) {
            return in.readAllBytes();
        }
    }

    @Test
    void aFontIsLoadedOnce() throws IOException, ServeException {
        EmbeddedFonts fonts = new EmbeddedFonts();
        EmbeddedFonts.EmbeddedFont first = fonts.font(file("boxes.woff"));
        assertSame(first, fonts.font(file("boxes.woff")));
        assertNotSame(first, fonts.font(file("boxes-bold.ttf")));
        assertEquals(file("boxes.ttf").length, first.bytes());
    }

    /** What is unpacked is the font that was packed, to the byte. */
    @Test
    void packedFontsAreUnpackedAsTheyWere() throws Exception {
        assertArrayEquals(file("boxes.ttf"), WoffFile.unpacked(file("boxes.woff"), 1 << 20));
    }
}
