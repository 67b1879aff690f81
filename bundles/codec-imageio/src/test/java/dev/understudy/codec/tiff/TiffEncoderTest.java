package dev.understudy.codec.tiff;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncoderContract;
import dev.understudy.testkit.codec.TestImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffEncoderTest extends EncoderContract {

    TiffEncoderTest() {
        super(new TiffEncoder(), new TiffDecoder(), new Abilities(Integer.MAX_VALUE, 45, false, true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lzw", "zip"})
    void nothingIsLost(String compression) throws Exception {
        Pixels grayAlpha = TestImage.gray().withAlpha(plane(TestImage::alpha));
        for (Pixels pixels : List.of(TestImage.rgb(), TestImage.rgba(), TestImage.gray(), grayAlpha, noise(4))) {
            byte[] file = encoder.encode(pixels, options.compressed(compression));
            assertSimilar(pixels, decode(file).pixels(), 99);
        }
    }

    @Test
    void tablesOfLzwThatFillUpAreBegunAnew() throws Exception {
        Pixels noise = noise(300);
        byte[] file = encoder.encode(noise, options.compressed("lzw"));
        assertSimilar(noise, decode(file).pixels(), 99);
        Pixels flat = new Pixels(Samples.GRAY, List.of(Plane.blank(3000, 1000)), null, null);
        byte[] small = encoder.encode(flat, options.compressed("lzw"));
        assertTrue(small.length < 6000, small.length + " bytes");
        assertSimilar(flat, decode(small).pixels(), 99);
    }

    @Test
    void jpegIsOfFullOrReducedChroma() throws Exception {
        EncodeOptions jpeg = options.as("tif");
        EncodeOptions reduced = EncodeOptions.of(
                        jpeg.format(), jpeg.format().compression("jpeg").orElseThrow())
                .withQuality(90);
        Pixels photograph = TestImage.rgb();
        byte[] small = encoder.encode(photograph, reduced);
        byte[] full = encoder.encode(photograph, reduced.withFullChroma(true));
        assertTrue(small.length < full.length, small.length + " and " + full.length);
        assertSimilar(photograph, decode(full).pixels(), 36);
        assertSimilar(photograph, decode(small).pixels(), 30);
    }

    @Test
    void anImageThatJpegCannotHoldIsTooLarge() {
        OutputFormat format = options.as("tif").format();
        EncodeOptions jpeg = EncodeOptions.of(format, format.compression("jpeg").orElseThrow());
        Pixels wide = new Pixels(Samples.GRAY, List.of(Plane.blank(70_000, 1)), null, null);
        ServeException e = assertThrows(ServeException.class, () -> encoder.encode(wide, jpeg));
        assertEquals(FailureKind.SIZE_LIMIT, e.failure().kind());
    }

    private static Pixels noise(int side) {
        Random random = new Random(11);
        Plane plane = plane(side, side, (x, y) -> random.nextInt(256));
        return new Pixels(Samples.CMYK, List.of(plane, plane, plane(side, side, (x, y) -> y), plane), null, null);
    }

    @Test
    void theJdkReadsItToo() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(encoder.encode(TestImage.rgb(), options.plain())));
        assertEquals(TestImage.WIDTH, image.getWidth());
        assertEquals(TestImage.green(7, 9), image.getRGB(7, 9) >> 8 & 0xff);
    }

    @Test
    void notesAreWritten() throws Exception {
        ColorProfile profile = new ColorProfile(new byte[5001]);
        Decoded decoded = decode(encoder.encode(TestImage.rgba(), options.noted(300, profile)));
        assertEquals(300, decoded.info().resolution());
        assertEquals(profile, decoded.pixels().profile());
    }

    private static Decoded decode(byte[] file) throws ServeException {
        return new TiffDecoder().decode(new BytesSource(file), DecodeRequest.WHOLE);
    }
}
