package dev.understudy.codec.gif;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncoderContract;
import dev.understudy.testkit.codec.SampleImages;
import dev.understudy.testkit.codec.TestImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GifEncoderTest extends EncoderContract {

    GifEncoderTest() {
        super(new GifEncoder(), new GifDecoder(), new Abilities(65_535, 28, false, false, false));
    }

    @Test
    void fewColorsAreKeptExactly() throws Exception {
        Pixels pixels = new Pixels(
                Samples.RGB,
                List.of(
                        plane(40, 30, (x, y) -> x / 5 * 30),
                        plane(40, 30, (x, y) -> y / 10 * 80),
                        plane(40, 30, (x, y) -> (x + y) % 2 * 255)),
                null,
                null);
        assertSimilar(pixels, decode(encoder.encode(pixels, options.plain())), 99);
    }

    @Test
    void grayIsKeptExactly() throws Exception {
        Pixels decoded = decode(encoder.encode(TestImage.gray(), options.plain()));
        for (Plane plane : decoded.planes()) {
            assertSimilar(TestImage.gray().plane(0), plane, 99);
        }
    }

    @Test
    void manyColorsAreReduced() throws Exception {
        Pixels decoded = decode(encoder.encode(TestImage.rgb(), options.plain()));
        Set<Integer> colors = new HashSet<>();
        Pixels pixels = decoded;
        for (int i = 0; i < pixels.plane(0).samples().length; i++) {
            colors.add(pixels.plane(0).samples()[i] << 16
                    ^ pixels.plane(1).samples()[i] << 8
                    ^ pixels.plane(2).samples()[i]);
        }
        assertTrue(colors.size() > 200 && colors.size() <= 256, colors.size() + " colors");
        assertSimilar(TestImage.rgb(), decoded, 30);
    }

    @Test
    void aPhotographLooksLikeItself() throws Exception {
        Pixels photograph =
                PlaneConversions.toRgb(decode(new JpegDecoder(), SampleImages.read("gallery/mislabeled.png")));
        Pixels decoded = decode(encoder.encode(photograph, options.plain()));
        assertSimilar(photograph, decoded, 30);
    }

    @Test
    void whatIsHalfTransparentIsAllOrNothing() throws Exception {
        Pixels decoded = decode(encoder.encode(TestImage.rgba(), options.plain()));
        Plane alpha = decoded.alpha();
        for (int y = 0; y < alpha.height(); y++) {
            for (int x = 0; x < alpha.width(); x++) {
                assertEquals(TestImage.alpha(x, y) >= 128 ? 255 : 0, alpha.at(x, y));
            }
        }
    }

    @Test
    void nothingButTransparency() throws Exception {
        Pixels clear = TestImage.rgb().withAlpha(Plane.blank(TestImage.WIDTH, TestImage.HEIGHT));
        Pixels decoded = decode(encoder.encode(clear, options.plain()));
        assertSimilar(Plane.blank(TestImage.WIDTH, TestImage.HEIGHT), decoded.alpha(), 99);
    }

    @Test
    void anOpaqueAlphaPlaneCostsNoColor() throws Exception {
        Pixels opaque = TestImage.gray().withAlpha(plane((x, y) -> 255));
        assertNull(decode(encoder.encode(opaque, options.plain())).alpha());
    }

    private static Pixels decode(byte[] file) throws ServeException {
        return decode(new GifDecoder(), file);
    }

    private static Pixels decode(Decoder decoder, byte[] file) throws ServeException {
        return decoder.decode(new BytesSource(file), DecodeRequest.WHOLE).pixels();
    }
}
