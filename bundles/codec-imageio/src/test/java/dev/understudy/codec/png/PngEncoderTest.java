package dev.understudy.codec.png;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncoderContract;
import dev.understudy.testkit.codec.TestImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PngEncoderTest extends EncoderContract {

    PngEncoderTest() {
        super(new PngEncoder(), new PngDecoder(), new Abilities(Integer.MAX_VALUE, 45, false, true, true));
    }

    @Test
    void nothingIsLost() throws Exception {
        Pixels grayAlpha = TestImage.gray().withAlpha(plane(TestImage::alpha));
        for (Pixels pixels : List.of(TestImage.rgb(), TestImage.rgba(), TestImage.gray(), grayAlpha)) {
            assertSimilar(
                    pixels, decode(encoder.encode(pixels, options.plain())).pixels(), 99);
        }
    }

    @Test
    void everyFilterIsUndone() throws Exception {
        Random random = new Random(2);
        Pixels pixels = new Pixels(
                Samples.RGB,
                List.of(
                        plane(301, 97, (x, y) -> y < 20 ? random.nextInt(256) : x * y / 7),
                        plane(301, 97, (x, y) -> y < 40 ? y * 5 : x * 3),
                        plane(301, 97, (x, y) -> (x + y + random.nextInt(3)) / 2)),
                null,
                null);
        assertSimilar(pixels, decode(encoder.encode(pixels, options.plain())).pixels(), 99);
    }

    @Test
    void yccBecomesRgb() throws Exception {
        Pixels decoded = decode(encoder.encode(PlaneConversions.toYcc(TestImage.rgb()), options.plain()))
                .pixels();
        assertSimilar(TestImage.rgb(), decoded, 48);
    }

    @Test
    void onePixel() throws Exception {
        Pixels pixel = new Pixels(Samples.GRAY, List.of(Plane.blank(1, 1)), null, null);
        assertSimilar(pixel, decode(encoder.encode(pixel, options.plain())).pixels(), 99);
    }

    @Test
    void notesAreWritten() throws Exception {
        ColorProfile profile = new ColorProfile(new byte[5000]);
        Decoded decoded = decode(encoder.encode(TestImage.rgb(), options.noted(300, profile)));
        assertEquals(300, decoded.info().resolution(), 0.01);
        assertEquals(profile, decoded.pixels().profile());
        Decoded plain = decode(encoder.encode(TestImage.rgb(), options.plain()));
        assertEquals(0, plain.info().resolution());
        assertNull(plain.pixels().profile());
    }

    @Test
    void smoothImagesAreSmall() throws Exception {
        int length = encoder.encode(TestImage.rgb(), options.plain()).length;
        assertTrue(length < 700, length + " bytes");
    }

    private static Decoded decode(byte[] file) throws ServeException {
        return new PngDecoder().decode(new BytesSource(file), DecodeRequest.WHOLE);
    }
}
