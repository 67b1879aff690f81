package dev.understudy.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.raster.Palette;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An index without a color, as a flipped bit makes it: each program shows another color, so that no image is the right one. */
class IndexBeyondPaletteTest {

    @ParameterizedTest
    @CsvSource({
        "png, index-beyond-palette.png, 146",
        "gif, index-beyond-palette.gif, 106",
        "bmp, index-beyond-palette.bmp, 64"
    })
    void theFileIsDamaged(String format, String name, int index) throws Exception {
        ServeException thrown = assertThrows(ServeException.class, () -> decode(format, name, Tolerance.STRICT));
        assertEquals(FailureKind.SOURCE_CORRUPT, thrown.failure().kind());
        String message = thrown.failure().message();
        assertTrue(message.contains("color " + index + " in a palette of 32"), message);
        assertNotNull(decode(format, name, Tolerance.LENIENT).damage());
    }

    /** A part of a PNG is decoded alone; GIF and bitmaps are decoded whole. */
    @Test
    void aPartThatDoesNotTouchThePixelIsSound() throws Exception {
        Region below = new Region(0, 30, 61, 17);
        byte[] file = TestImage.file("index-beyond-palette.png");
        assertEquals(below, decode("png", file, new DecodeRequest(below, 1)).region());
    }

    @Test
    void aTransparentIndexBeyondThePaletteIsSound() throws Exception {
        Palette palette = Palette.ofRgb(new byte[3 * 4]).withTransparent(200);
        Plane alpha =
                palette.applyWhole(new Plane(2, 1, new byte[] {3, (byte) 200})).alpha();
        assertNotNull(alpha);
        assertEquals(255, alpha.at(0, 0));
        assertEquals(0, alpha.at(1, 0));
    }

    @Test
    void anotherTransparentIndexIsNoColor() {
        ServeException thrown =
                assertThrows(ServeException.class, () -> decode("gif", transparent(200), DecodeRequest.WHOLE));
        String message = thrown.failure().message();
        assertTrue(message.contains("color 106 in a palette of 32"), message);
    }

    @Test
    void alphaBeyondThePaletteMakesNoColors() {
        Palette palette = Palette.ofRgb(new byte[3 * 4]).withAlpha(new byte[256]);
        Plane plane = new Plane(1, 1, new byte[] {100});
        DamagedException thrown = assertThrows(DamagedException.class, () -> palette.applyWhole(plane));
        assertEquals("a pixel has color 100 in a palette of 4", thrown.getMessage());
    }

    /** The GIF with a transparent index, which is told before the frame. */
    private static byte[] transparent(int index) {
        byte[] file = TestImage.file("index-beyond-palette.gif");
        int head = 13 + 3 * 32;
        ByteBuffer changed = ByteBuffer.allocate(file.length + 8);
        changed.put(file, 0, head);
        changed.put(new byte[] {0x21, (byte) 0xf9, 4, 1, 0, 0, (byte) index, 0});
        changed.put(file, head, file.length - head);
        return changed.array();
    }

    private static Decoded decode(String format, String name, Tolerance tolerance) throws ServeException {
        return decode(format, TestImage.file(name), new DecodeRequest(null, 1, tolerance));
    }

    private static Decoded decode(String format, byte[] file, DecodeRequest request) throws ServeException {
        Decoder decoder = ShippedCodecs.decoders().stream()
                .filter(each -> each.format().equals(format))
                .findFirst()
                .orElseThrow();
        try (BytesSource source = new BytesSource(file)) {
            return decoder.decode(source, request);
        }
    }
}
