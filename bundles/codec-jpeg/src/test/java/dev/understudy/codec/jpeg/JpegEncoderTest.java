package dev.understudy.codec.jpeg;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncoderContract;
import dev.understudy.testkit.codec.TestImage;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegEncoderTest extends EncoderContract {

    private static final Pixels YCC = PlaneConversions.toYcc(TestImage.rgb());

    JpegEncoderTest() {
        super(new JpegEncoder(), new JpegDecoder(), new Abilities(65_500, 33, true, true, true));
    }

    private final JpegDecoder decoder = new JpegDecoder();

    @Test
    void ycc() throws Exception {
        byte[] file = encoder.encode(YCC, options.plain());
        assertEquals("221111", factors(file), "4:2:0");
        Pixels decoded = decode(file).pixels();
        assertEquals(31, decoded.plane(1).width());
        assertSimilar(YCC, PlaneConversions.toYcc(PlaneConversions.toRgb(decoded)), 38);
    }

    @Test
    void rgbIsConvertedOnce() throws Exception {
        assertSimilar(
                YCC.plane(0),
                decode(encoder.encode(TestImage.rgb(), options.plain()))
                        .pixels()
                        .plane(0),
                40);
    }

    @Test
    void grayHasOneComponent() throws Exception {
        byte[] file = encoder.encode(TestImage.gray(), options.plain());
        assertSimilar(TestImage.gray(), decode(file).pixels(), 45);
    }

    @Test
    void inksAreMarkedAndUpsideDown() throws Exception {
        Pixels inks = new Pixels(
                Samples.CMYK,
                List.of(
                        plane(40, 30, (x, y) -> x * 6),
                        plane(40, 30, (x, y) -> y * 8),
                        plane(40, 30, (x, y) -> 90),
                        plane(40, 30, (x, y) -> 40)),
                null,
                null);
        for (EncodeOptions options :
                List.of(options.noted(150, new ColorProfile(new byte[600])), options.as("pjpeg"))) {
            byte[] file = encoder.encode(inks, options);
            String text = new String(file, ISO_8859_1);
            assertTrue(text.contains("\u00ff\u00ee\0\u000eAdobe"), "Adobe's segment");
            assertFalse(text.contains("JFIF"), "JFIF knows no inks");
            assertSimilar(inks, decode(file).pixels(), 45);
            assertEquals(options.embedded().resolution(), decode(file).info().resolution());
            assertEquals(options.embedded().profile(), decode(file).pixels().profile());
        }
    }

    @Test
    void alphaIsIgnored() throws Exception {
        assertFalse(options.format().alpha());
        Pixels decoded =
                decode(encoder.encode(TestImage.rgba(), options.plain())).pixels();
        assertSimilar(YCC.plane(0), decoded.plane(0), 40);
    }

    @Test
    void fullChromaIsNotSubsampled() throws Exception {
        byte[] file = encoder.encode(YCC, options.fullChroma());
        assertEquals("111111", factors(file), "4:4:4");
        assertSimilar(YCC, decode(file).pixels(), 42);
    }

    @Test
    void progressive() throws Exception {
        byte[] file = encoder.encode(YCC, options.as("pjpeg"));
        assertEquals(0xc2, frame(file)[1] & 0xff, "the marker SOF2");
        byte[] sequential = encoder.encode(YCC, options.plain());
        assertEquals(0xc0, frame(sequential)[1] & 0xff, "the marker SOF0");
        assertSimilar(decode(sequential).pixels(), decode(file).pixels(), 60);
    }

    @Test
    void subsampledChromaPassesThroughUnchanged() throws Exception {
        Random random = new Random(5);
        for (int width : new int[] {64, 63}) {
            for (int height : new int[] {48, 47}) {
                Pixels noisy = subsampled(width, height, random);
                Pixels decoded =
                        decode(encoder.encode(noisy, options.quality(100))).pixels();
                assertSimilar(noisy, decoded, 46);
            }
        }
    }

    /** Chroma with detail of its own, which averaging would lose. */
    private static Pixels subsampled(int width, int height, Random random) {
        Plane luma = plane(width, height, (x, y) -> 128);
        Plane first = plane((width + 1) / 2, (height + 1) / 2, (x, y) -> 110 + random.nextInt(36));
        Plane second = plane((width + 1) / 2, (height + 1) / 2, (x, y) -> 110 + random.nextInt(36));
        return new Pixels(Samples.YCC, List.of(luma, first, second), null, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 49, 50, 75, 80, 85, 95, 100})
    void qualityHasIjgsScale(int quality) throws Exception {
        byte[] file = encoder.encode(YCC, options.quality(quality));
        String hex = HexFormat.of().formatHex(file);
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        for (JPEGQTable standard : List.of(JPEGQTable.K1Luminance, JPEGQTable.K2Chrominance)) {
            int first = Math.max(1, Math.min(255, (standard.getTable()[0] * percent + 50) / 100));
            String table = String.format("ffdb0043%02x%02x", standard == JPEGQTable.K1Luminance ? 0 : 1, first);
            assertTrue(hex.contains(table), table);
        }
    }

    @Test
    void lessQualityIsLessFile() throws Exception {
        int last = 0;
        for (int quality : new int[] {10, 40, 70, 95}) {
            int length = encoder.encode(YCC, options.quality(quality)).length;
            assertTrue(length > last, quality + " gives " + length);
            last = length;
        }
    }

    @Test
    void notesAreWritten() throws Exception {
        byte[] bytes = new byte[150_000]; // more than two segments hold
        new Random(1).nextBytes(bytes);
        ColorProfile profile = new ColorProfile(bytes);
        Decoded decoded = decode(encoder.encode(YCC, options.noted(300, profile)));
        assertEquals(300, decoded.info().resolution());
        assertEquals(profile, decoded.pixels().profile());
        assertEquals(0, decode(encoder.encode(YCC, options.plain())).info().resolution());
    }

    @Test
    void resolutionsThatJfifCannotHoldAreInExif() throws Exception {
        for (double resolution : new double[] {0.3, 0.001, 65_535, 65_536, 1_000_000}) {
            byte[] file = encoder.encode(YCC, options.noted(resolution, null));
            assertEquals(resolution, decode(file).info().resolution());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 16, 17})
    void smallSizes(int size) throws Exception {
        for (EncodeOptions options : List.of(options.plain(), options.fullChroma(), options.as("pjpeg"))) {
            Pixels small = new Pixels(
                    Samples.RGB,
                    List.of(plane(size, 3, TestImage::red), Plane.blank(size, 3), Plane.blank(size, 3)),
                    null,
                    null);
            Decoded decoded = decode(encoder.encode(small, options));
            assertEquals(size, decoded.pixels().width());
            assertEquals(3, decoded.pixels().height());
        }
    }

    @Test
    void whatTheFormatCannotHoldIsTooLarge() {
        Plane wide = Plane.blank(70_000, 1);
        Pixels pixels = new Pixels(Samples.GRAY, List.of(wide), null, null);
        ServeException e = assertThrows(ServeException.class, () -> encoder.encode(pixels, options.plain()));
        assertTrue(e.failure() instanceof Failure.TooLarge);
    }

    private Decoded decode(byte[] file) throws ServeException {
        return decoder.decode(new BytesSource(file), DecodeRequest.WHOLE);
    }

    /** Sampling factors of the components. */
    private static String factors(byte[] file) {
        byte[] frame = frame(file);
        return String.format("%02x%02x%02x", frame[11], frame[14], frame[17]);
    }

    private static byte[] frame(byte[] file) {
        String text = new String(file, ISO_8859_1);
        int at = Math.max(text.indexOf("\u00ff\u00c0\0\u0011"), text.indexOf("\u00ff\u00c2\0\u0011"));
        return text.substring(at, at + 19).getBytes(ISO_8859_1);
    }
}
