package dev.understudy.codec.webp;

import static dev.understudy.codec.TestImage.assertSimilar;
import static dev.understudy.codec.TestImage.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.BytesSource;
import dev.understudy.codec.EncodeOptionsFixture;
import dev.understudy.codec.TestImage;
import dev.understudy.codec.raster.PlaneConversions;
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
        assertSimilar(TestImage.rgb(), decode(encoder.encode(TestImage.rgb(), EncodeOptionsFixture.PLAIN)), 33);
        assertSimilar(
                TestImage.rgb(),
                decode(encoder.encode(PlaneConversions.toYcc(TestImage.rgb()), EncodeOptionsFixture.PLAIN)),
                33);
    }

    @Test
    void lossless() throws Exception {
        assertSimilar(TestImage.rgb(), decode(encoder.encode(TestImage.rgb(), EncodeOptionsFixture.lossless())), 99);
    }

    @Test
    void grayIsRgbWithThreeEqualPlanes() throws Exception {
        Pixels decoded = decode(encoder.encode(TestImage.gray(), EncodeOptionsFixture.lossless()));
        assertEquals(Samples.RGB, decoded.samples());
        for (Plane plane : decoded.planes()) {
            assertSimilar(TestImage.gray().plane(0), plane, 99);
        }
    }

    @Test
    void alphaIsKept() throws Exception {
        Plane alpha = plane(TestImage::alpha);
        assertSimilar(
                alpha,
                decode(encoder.encode(TestImage.rgba(), EncodeOptionsFixture.PLAIN))
                        .alpha(),
                60);
        assertSimilar(
                alpha,
                decode(encoder.encode(TestImage.rgba(), EncodeOptionsFixture.lossless()))
                        .alpha(),
                99);
        assertNull(decode(encoder.encode(TestImage.rgb(), EncodeOptionsFixture.PLAIN))
                .alpha());
    }

    @Test
    void lessQualityIsLessFile() throws Exception {
        Pixels photograph = TestImage.rgb();
        int last = 0;
        for (int quality : new int[] {5, 50, 100}) {
            int length = encoder.encode(photograph, EncodeOptionsFixture.quality(quality)).length;
            assertTrue(length > last, quality + " gives " + length);
            last = length;
        }
    }

    @Test
    void whatTheFormatCannotHoldIsTooLarge() {
        Pixels wide = new Pixels(Samples.GRAY, List.of(Plane.blank(16_384, 1)), null, null);
        ServeException e = assertThrows(ServeException.class, () -> encoder.encode(wide, EncodeOptionsFixture.PLAIN));
        assertTrue(e.failure() instanceof Failure.TooLarge);
    }

    private Pixels decode(byte[] file) throws ServeException {
        return decoder.decode(new BytesSource(file), DecodeRequest.WHOLE).pixels();
    }
}
