package dev.understudy.codec.gif;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Pixels;
import dev.understudy.testkit.codec.DecoderContract;
import dev.understudy.testkit.codec.EncodeOptionsFixture;
import dev.understudy.testkit.codec.SampleImages;
import dev.understudy.testkit.codec.TestImage;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GifDecoderTest extends DecoderContract {

    GifDecoderTest() {
        super(new GifDecoder());
    }

    @Override
    protected Stream<String> images() {
        return Stream.of("still.gif", "transparent.gif", "animated.gif");
    }

    @Override
    protected Stream<String> salvageable() {
        return Stream.of("still.gif", "transparent.gif", "animated.gif");
    }

    @Override
    protected Stream<Path> photographs() {
        return SampleImages.paths("shop/clock.gif");
    }

    @Test
    void colorsComeFromThePalette() throws Exception {
        Pixels pixels = decode("still.gif").pixels();
        assertNull(pixels.alpha());
        assertSimilar(TestImage.rgb(), pixels, 20);
    }

    @Test
    void theFirstFrameIsTheImage() throws Exception {
        assertSimilar(
                decode("still.gif").pixels(), decode("animated.gif").pixels().withAlpha(null), 99);
    }

    @Test
    void oneColorIsTransparent() throws Exception {
        Pixels pixels = decode("transparent.gif").pixels();
        int transparent = 0;
        for (byte value : pixels.alpha().samples()) {
            transparent += value == 0 ? 1 : 0;
        }
        assertTrue(transparent > 20 && transparent < 400, transparent + " transparent pixels");
    }

    @Test
    void whatTheFrameDoesNotCoverIsTransparent() throws Exception {
        byte[] file = TestImage.file("still.gif");
        file[6] = 70; // a screen of 70 x 50
        file[8] = 50;
        Pixels pixels = decode(file).pixels();
        assertEquals(70, pixels.width());
        assertEquals(50, pixels.height());
        assertEquals(255, pixels.alpha().at(60, 46));
        assertEquals(0, pixels.alpha().at(61, 46));
        assertEquals(0, pixels.alpha().at(60, 47));
    }

    @Test
    void interlacedRowsAreSorted() throws Exception {
        Pixels interlaced = decode("still.gif").pixels();
        GifEncoder encoder = new GifEncoder();
        byte[] file = encoder.encode(interlaced, new EncodeOptionsFixture(encoder).plain());
        assertSimilar(interlaced, decode(file).pixels(), 99);
        assertTrue((flags(TestImage.file("still.gif")) & 0x40) != 0);
        assertTrue((flags(file) & 0x40) == 0);
    }

    /** The flags of the first frame of a file with a global palette. */
    private static int flags(byte[] file) {
        int at = 13 + 3 * (2 << (file[10] & 7));
        while (file[at] == 0x21) {
            at += 2;
            while (file[at] != 0) {
                at += 1 + (file[at] & 0xff);
            }
            at++;
        }
        return file[at + 9];
    }
}
