package dev.understudy.codec.gif;

import static dev.understudy.codec.TestPicture.assertSimilar;
import static dev.understudy.codec.TestPicture.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.BytesSource;
import dev.understudy.codec.Options;
import dev.understudy.codec.TestPicture;
import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.codec.raster.Conversions;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GifEncoderTest {

    private final GifEncoder encoder = new GifEncoder();

    @Test
    void fewColoursAreKeptExactly() throws Exception {
        Pixels pixels = new Pixels(
                Samples.RGB,
                List.of(
                        plane(40, 30, (x, y) -> x / 5 * 30),
                        plane(40, 30, (x, y) -> y / 10 * 80),
                        plane(40, 30, (x, y) -> (x + y) % 2 * 255)),
                null,
                null);
        assertSimilar(pixels, decode(encoder.encode(pixels, Options.PLAIN)), 99);
    }

    @Test
    void grayIsKeptExactly() throws Exception {
        Pixels decoded = decode(encoder.encode(TestPicture.gray(), Options.PLAIN));
        for (Plane plane : decoded.planes()) {
            assertSimilar(TestPicture.gray().plane(0), plane, 99);
        }
    }

    @Test
    void manyColoursAreReduced() throws Exception {
        Pixels decoded = decode(encoder.encode(TestPicture.rgb(), Options.PLAIN));
        Set<Integer> colors = new HashSet<>();
        RgbPixels pixels = RgbPixels.of(decoded);
        for (int i = 0; i < pixels.count(); i++) {
            colors.add(pixels.rgb(i));
        }
        assertTrue(colors.size() > 200 && colors.size() <= 256, colors.size() + " colours");
        assertSimilar(TestPicture.rgb(), decoded, 30);
    }

    @Test
    void aPhotographLooksLikeItself() throws Exception {
        Pixels photograph = Conversions.toRgb(decode(new JpegDecoder(), TestPicture.sample("gallery/mislabelled.png")));
        Pixels decoded = decode(encoder.encode(photograph, Options.PLAIN));
        assertSimilar(photograph, decoded, 30);
    }

    @Test
    void whatIsHalfTransparentIsAllOrNothing() throws Exception {
        Pixels decoded = decode(encoder.encode(TestPicture.rgba(), Options.PLAIN));
        Plane alpha = decoded.alpha();
        for (int y = 0; y < alpha.height(); y++) {
            for (int x = 0; x < alpha.width(); x++) {
                assertEquals(TestPicture.alpha(x, y) >= 128 ? 255 : 0, alpha.at(x, y));
            }
        }
    }

    @Test
    void nothingButTransparency() throws Exception {
        Pixels clear = TestPicture.rgb().withAlpha(Plane.blank(TestPicture.WIDTH, TestPicture.HEIGHT));
        Pixels decoded = decode(encoder.encode(clear, Options.PLAIN));
        assertSimilar(Plane.blank(TestPicture.WIDTH, TestPicture.HEIGHT), decoded.alpha(), 99);
    }

    @Test
    void anOpaqueAlphaPlaneCostsNoColour() throws Exception {
        Pixels opaque = TestPicture.gray().withAlpha(plane((x, y) -> 255));
        assertNull(decode(encoder.encode(opaque, Options.PLAIN)).alpha());
    }

    private static Pixels decode(byte[] file) throws ServeException {
        return decode(new GifDecoder(), file);
    }

    private static Pixels decode(Decoder decoder, byte[] file) throws ServeException {
        return decoder.decode(new BytesSource(file), DecodeRequest.WHOLE).pixels();
    }
}
