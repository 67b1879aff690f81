package dev.understudy.codec.webp;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncoderContract;
import dev.understudy.testkit.codec.TestImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebpEncoderTest extends EncoderContract {

    private static final WebpFormat FORMAT = new WebpFormat();

    WebpEncoderTest() {
        super(FORMAT.encoders().get(0), FORMAT.decoders().get(0), new Abilities(16_383, 33, true, true, false));
    }

    /** TwelveMonkeys' reader, which is written in Java; lossless files it reads exactly, lossy ones nearly. */
    @Override
    protected Optional<Pixels> readByAnother(byte[] file) throws ServeException {
        return Optional.of(new WebpDecoder(new TwelveMonkeysFrameDecoder())
                .decode(new BytesSource(file), DecodeRequest.WHOLE)
                .pixels());
    }

    @Test
    void lossy() throws Exception {
        assertSimilar(TestImage.rgb(), decode(encoder.encode(TestImage.rgb(), options.plain())), 33);
        assertSimilar(
                TestImage.rgb(), decode(encoder.encode(PlaneConversions.toYcc(TestImage.rgb()), options.plain())), 33);
    }

    @Test
    void lossless() throws Exception {
        assertSimilar(TestImage.rgb(), decode(encoder.encode(TestImage.rgb(), options.compressed("lossless"))), 99);
    }

    @Test
    void grayIsRgbWithThreeEqualPlanes() throws Exception {
        Pixels decoded = decode(encoder.encode(TestImage.gray(), options.compressed("lossless")));
        assertEquals(Samples.RGB, decoded.samples());
        for (Plane plane : decoded.planes()) {
            assertSimilar(TestImage.gray().plane(0), plane, 99);
        }
    }

    @Test
    void alphaIsKept() throws Exception {
        Plane alpha = plane(TestImage::alpha);
        assertSimilar(
                alpha, decode(encoder.encode(TestImage.rgba(), options.plain())).alpha(), 60);
        assertSimilar(
                alpha,
                decode(encoder.encode(TestImage.rgba(), options.compressed("lossless")))
                        .alpha(),
                99);
        assertNull(decode(encoder.encode(TestImage.rgb(), options.plain())).alpha());
    }

    @Test
    void lessQualityIsLessFile() throws Exception {
        Pixels photograph = TestImage.rgb();
        int last = 0;
        for (int quality : new int[] {5, 50, 100}) {
            int length = encoder.encode(photograph, options.quality(quality)).length;
            assertTrue(length > last, quality + " gives " + length);
            last = length;
        }
    }

    @Test
    void whatTheFormatCannotHoldIsTooLarge() {
        Pixels wide = new Pixels(Samples.GRAY, List.of(Plane.blank(16_384, 1)), null, null);
        ServeException e = assertThrows(ServeException.class, () -> encoder.encode(wide, options.plain()));
        assertTrue(e.failure() instanceof Failure.TooLarge);
    }

    private Pixels decode(byte[] file) throws ServeException {
        return FORMAT.decoders()
                .get(0)
                .decode(new BytesSource(file), DecodeRequest.WHOLE)
                .pixels();
    }
}
