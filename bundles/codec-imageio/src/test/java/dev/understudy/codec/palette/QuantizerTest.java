package dev.understudy.codec.palette;

import static dev.understudy.testkit.codec.TestImage.plane;
import static dev.understudy.testkit.codec.TestImage.psnr;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Quantization;
import dev.understudy.image.Quantization.PaletteKind;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.TestImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizerTest {

    private static final Quantization WEB = new Quantization(PaletteKind.WEB, false, 256, List.of());

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 16, 255, 256})
    void thereAreNoMoreColorsThanWanted(int colors) {
        for (boolean diffuse : new boolean[] {true, false}) {
            IndexedImage image = reduce(TestImage.rgb(), adaptive(colors, diffuse));
            assertTrue(image.colors().size() <= colors && 2 * image.colors().size() > colors, image.toString());
            assertEquals(-1, image.key());
        }
    }

    @Test
    void moreColorsAreMoreLikeTheImage() {
        double last = 0;
        for (int colors : new int[] {2, 4, 16, 64, 256}) {
            double similar = similarity(TestImage.rgb(), reduce(TestImage.rgb(), adaptive(colors, false)));
            assertTrue(similar > last + 3, colors + " colors: " + similar + " dB");
            last = similar;
        }
        assertTrue(last > 35, last + " dB");
    }

    @Test
    void aTransparentColorIsOneOfThose256() {
        Pixels pixels = TestImage.rgb().withAlpha(plane((x, y) -> x < 20 ? 0 : 255));
        IndexedImage image = reduce(pixels, Quantization.USUAL);
        assertTrue(image.colors().size() <= 256);
        assertEquals(image.colors().size() - 1, image.key());
        assertEquals(0, image.colors().get(image.key()));
        assertEquals(image.key(), image.indexes().at(19, 3));
        assertTrue(image.indexes().at(20, 3) != image.key());
        IndexedImage two = reduce(pixels, adaptive(2, true));
        assertEquals(3, two.colors().size(), "two and the transparent one");
    }

    @Test
    void forcedColorsAreThere() {
        List<Integer> forced = List.of(0x123456, 0, 0xffffff);
        IndexedImage image = reduce(TestImage.rgb(), new Quantization(PaletteKind.ADAPTIVE, true, 8, forced));
        forced.forEach(color -> assertTrue(image.colors().contains(0xff << 24 | color), image.toString()));
        assertEquals(8, image.colors().size());
        IndexedImage bitonal =
                reduce(TestImage.rgb(), new Quantization(PaletteKind.ADAPTIVE, false, 2, List.of(0, 0xffffff)));
        assertEquals(List.of(0xff << 24, -1), bitonal.colors());
        assertEquals(0, bitonal.indexes().at(0, 0));
        assertEquals(1, bitonal.indexes().at(60, 46));
        IndexedImage flat = reduce(flat(7), new Quantization(PaletteKind.ADAPTIVE, false, 5, forced));
        assertEquals(4, flat.colors().size(), "the color of the image and those that are forced");
    }

    @Test
    void palettesOfOldAreWhatTheyWere() {
        Set<Integer> web = new HashSet<>(reduce(flat(1), WEB).colors());
        assertEquals(216, web.size());
        assertTrue(web.containsAll(List.of(0xff000000, 0xffffffff, 0xff3366cc, 0xff999999)));
        Set<Integer> mac = new HashSet<>(reduce(flat(1), new Quantization(PaletteKind.MAC, true, 256, List.of()))
                .colors());
        assertEquals(256, mac.size());
        assertTrue(mac.containsAll(web));
        assertTrue(mac.containsAll(List.of(0xffee0000, 0xff00dd00, 0xff0000bb, 0xff111111)));
    }

    @Test
    void theColorOfAFixedPaletteIsTheNearest() {
        Pixels pixels = TestImage.rgb();
        IndexedImage image = reduce(pixels, WEB);
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                int given = image.colors().get(image.indexes().at(x, y));
                for (int band = 0; band < 3; band++) {
                    double wanted = Math.rint(pixels.plane(band).at(x, y) / 51.0) * 51;
                    int off =
                            (given >> 16 - 8 * band & 0xff) - pixels.plane(band).at(x, y);
                    assertTrue(Math.abs(off) <= 25 + 3, "at " + x + "," + y + ": " + off + " from " + wanted);
                }
            }
        }
    }

    @Test
    void diffusionKeepsTheMean() {
        Pixels gray = flat(100);
        Quantization bitonal = new Quantization(PaletteKind.ADAPTIVE, true, 2, List.of(0, 0xffffff));
        IndexedImage image = reduce(gray, bitonal);
        double white = 0;
        for (byte index : image.indexes().samples()) {
            white += index;
        }
        assertEquals(100 / 255.0, white / image.indexes().samples().length, 0.01);
    }

    @Test
    void opacityIsSoftOrAllOrNothing() {
        Pixels pixels = TestImage.rgba();
        IndexedImage soft = Quantizer.reduce(pixels, Transparency.SOFT, adaptive(256, false));
        IndexedImage hard = Quantizer.reduce(pixels, Transparency.KEY, Quantization.USUAL);
        Plane alpha = plane((x, y) -> soft.colors().get(soft.indexes().at(x, y)) >>> 24);
        assertTrue(psnr(pixels.alpha(), alpha) > 27, psnr(pixels.alpha(), alpha) + " dB");
        for (int y = 0; y < pixels.height(); y++) {
            assertEquals(255, alpha.at(0, y), "what is opaque stays opaque");
            assertEquals(0, alpha.at(60, y), "what is transparent stays transparent");
            for (int x = 0; x < pixels.width(); x++) {
                boolean key = hard.indexes().at(x, y) == hard.key();
                assertEquals(pixels.alpha().at(x, y) < 128, key);
            }
        }
    }

    @Test
    void fewColorsWithOpacityAreKeptExactly() {
        Pixels pixels = TestImage.rgb().withAlpha(plane((x, y) -> x * 4));
        Pixels few = new Pixels(Samples.RGB, List.of(flat(9).plane(0), flat(80).plane(0), flat(7).plane(0)), null, null)
                .withAlpha(pixels.alpha());
        IndexedImage image = Quantizer.reduce(few, Transparency.SOFT, Quantization.USUAL);
        assertEquals(
                240 << 24 | 9 << 16 | 80 << 8 | 7,
                image.colors().get(image.indexes().at(60, 5)));
        assertEquals(
                4 << 24 | 9 << 16 | 80 << 8 | 7,
                image.colors().get(image.indexes().at(1, 5)));
    }

    private static IndexedImage reduce(Pixels pixels, Quantization wanted) {
        IndexedImage image = Quantizer.reduce(pixels, Transparency.KEY, wanted);
        IndexedImage again = Quantizer.reduce(pixels, Transparency.KEY, wanted);
        assertEquals(image.colors(), again.colors(), "the same image, the same palette");
        assertArrayEquals(image.indexes().samples(), again.indexes().samples());
        return image;
    }

    private static Quantization adaptive(int colors, boolean diffuse) {
        return new Quantization(PaletteKind.ADAPTIVE, diffuse, colors, List.of());
    }

    private static Pixels flat(int value) {
        return new Pixels(Samples.GRAY, List.of(plane((x, y) -> value)), null, null);
    }

    private static double similarity(Pixels pixels, IndexedImage image) {
        double sum = 0;
        for (int band = 0; band < 3; band++) {
            int shift = 16 - 8 * band;
            Plane seen = plane((x, y) -> image.colors().get(image.indexes().at(x, y)) >> shift & 0xff);
            sum += psnr(pixels.plane(band), seen);
        }
        return sum / 3;
    }
}
