package dev.understudy.codec.webp;

import static dev.understudy.codec.TestPicture.assertSimilar;
import static dev.understudy.codec.TestPicture.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.BytesSource;
import dev.understudy.codec.Options;
import dev.understudy.codec.TestPicture;
import dev.understudy.codec.raster.Conversions;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebpEncoderTest {

    private final WebpFormat format = new WebpFormat();
    private final Encoder encoder = format.encoders().get(0);
    private final Decoder decoder = format.decoders().get(0);

    @Test
    void lossy() throws Exception {
        assertSimilar(TestPicture.rgb(), decode(encoder.encode(TestPicture.rgb(), Options.PLAIN)), 33);
        assertSimilar(
                TestPicture.rgb(), decode(encoder.encode(Conversions.toYcc(TestPicture.rgb()), Options.PLAIN)), 33);
    }

    @Test
    void lossless() throws Exception {
        assertSimilar(TestPicture.rgb(), decode(encoder.encode(TestPicture.rgb(), Options.lossless())), 99);
    }

    @Test
    void grayIsRgbWithThreeEqualPlanes() throws Exception {
        Pixels decoded = decode(encoder.encode(TestPicture.gray(), Options.lossless()));
        assertEquals(Samples.RGB, decoded.samples());
        for (Plane plane : decoded.planes()) {
            assertSimilar(TestPicture.gray().plane(0), plane, 99);
        }
    }

    @Test
    void alphaIsKept() throws Exception {
        Plane alpha = plane(TestPicture::alpha);
        assertSimilar(
                alpha, decode(encoder.encode(TestPicture.rgba(), Options.PLAIN)).alpha(), 60);
        assertSimilar(
                alpha,
                decode(encoder.encode(TestPicture.rgba(), Options.lossless())).alpha(),
                99);
        assertNull(decode(encoder.encode(TestPicture.rgb(), Options.PLAIN)).alpha());
    }

    @Test
    void lessQualityIsLessFile() throws Exception {
        Pixels photograph = TestPicture.rgb();
        int last = 0;
        for (int quality : new int[] {5, 50, 100}) {
            int length = encoder.encode(photograph, Options.quality(quality)).length;
            assertTrue(length > last, quality + " gives " + length);
            last = length;
        }
    }

    @Test
    void whatTheFormatCannotHoldIsTooLarge() {
        Pixels wide = new Pixels(Samples.GRAY, List.of(Plane.blank(16_384, 1)), null, null);
        ServeException e = assertThrows(ServeException.class, () -> encoder.encode(wide, Options.PLAIN));
        assertTrue(e.failure() instanceof Failure.TooLarge);
    }

    private Pixels decode(byte[] file) throws ServeException {
        return decoder.decode(new BytesSource(file), DecodeRequest.WHOLE).pixels();
    }
}
