package dev.understudy.codec.jpeg;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.guard.JdkPlugins;
import dev.understudy.codec.jpeg.syntax.Markers;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.codec.raster.RasterPlanes;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.DecoderContract;
import dev.understudy.testkit.codec.SampleImages;
import dev.understudy.testkit.codec.TestImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegDecoderTest extends DecoderContract {

    JpegDecoderTest() {
        super(new JpegDecoder());
    }

    @Override
    protected Stream<String> images() {
        return Stream.of(
                "420.jpg",
                "422.jpg",
                "444.jpg",
                "progressive.jpg",
                "gray.jpg",
                "cmyk.jpg",
                "exif.jpg",
                "profile.jpg",
                "restart.jpg",
                "rgb-named.jpg");
    }

    @Override
    protected Stream<String> salvageable() {
        return Stream.of("420.jpg", "422.jpg", "444.jpg", "gray.jpg", "cmyk.jpg", "restart.jpg", "rgb-named.jpg");
    }

    @Override
    protected Stream<Path> photographs() {
        return SampleImages.paths("gallery/hills.jpg", "gallery/mountains.jpg", "gallery/hills-cmyk.jpg");
    }

    @Test
    void chromaKeepsTheSizeThatTheFileHasItIn() throws Exception {
        Pixels whole = PlaneConversions.toYcc(TestImage.rgb());
        Pixels full = decode("444.jpg").pixels();
        Pixels columns = decode("422.jpg").pixels();
        Pixels both = decode("420.jpg").pixels();
        assertEquals(61, full.plane(1).width());
        assertEquals(31, columns.plane(1).width());
        assertEquals(47, columns.plane(1).height());
        assertEquals(31, both.plane(2).width());
        assertEquals(24, both.plane(2).height());
        assertSimilar(whole, full, 45);
        assertSimilar(whole, PlaneConversions.toYcc(PlaneConversions.toRgb(columns)), 40);
        assertSimilar(whole, PlaneConversions.toYcc(PlaneConversions.toRgb(both)), 40);
    }

    @Test
    void progressiveIsNoDifferent() throws Exception {
        Pixels progressive = decode("progressive.jpg").pixels();
        Pixels sequential = decode("420.jpg").pixels();
        assertSimilar(sequential, progressive, 60);
    }

    @Test
    void aProgressiveImageThatIsCutShortIsCoarse() throws Exception {
        byte[] file = TestImage.file("progressive.jpg");
        Pixels whole = decode(file).pixels();
        for (int percent = 65; percent < 100; percent += 5) {
            try (BytesSource source = new BytesSource(Arrays.copyOf(file, file.length * percent / 100))) {
                DecodeRequest lenient = DecodeRequest.WHOLE.with(Tolerance.LENIENT);
                assertSimilar(whole, decoder.decode(source, lenient).pixels(), 20);
            }
        }
    }

    @Test
    void whatIsCutOffIsMidGray() throws Exception {
        byte[] file = TestImage.file("gray.jpg");
        try (BytesSource source = new BytesSource(Arrays.copyOf(file, file.length * 4 / 5))) {
            Pixels lenient = decoder.decode(source, DecodeRequest.WHOLE.with(Tolerance.LENIENT))
                    .pixels();
            assertEquals(128, lenient.plane(0).at(30, TestImage.HEIGHT - 1));
        }
    }

    /** Scanners that do not know the height beforehand tell it behind the first scan. */
    @ParameterizedTest
    @ValueSource(strings = {"420.jpg", "restart.jpg", "progressive.jpg"})
    void theHeightMayStandBehindTheFirstScan(String name) throws Exception {
        byte[] file = TestImage.file(name);
        Pixels right = decode(name).pixels();
        byte[] later = withHeightBehindFirstScan(file, TestImage.HEIGHT);
        try (BytesSource source = new BytesSource(later)) {
            assertEquals(TestImage.HEIGHT, decoder.inspect(source).height());
            assertSimilar(right, decoder.decode(source, DecodeRequest.WHOLE).pixels(), 99);
        }
        assertFails(withHeightBehindFirstScan(file, TestImage.HEIGHT + 9));
        assertFails(withHeightBehindFirstScan(file, 0));
    }

    private static byte[] withHeightBehindFirstScan(byte[] file, int height) {
        String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        int frame = Math.max(text.indexOf("\u00ff\u00c0"), text.indexOf("\u00ff\u00c2"));
        int end = text.indexOf("\u00ff\u00da") + 2;
        while (file[end] != -1 || file[end + 1] == 0 || (file[end + 1] & 0xf8) == 0xd0) {
            end++;
        }
        byte[] later = new byte[file.length + 6];
        System.arraycopy(file, 0, later, 0, end);
        System.arraycopy(new byte[] {-1, (byte) 0xdc, 0, 4, 0, (byte) height}, 0, later, end, 6);
        System.arraycopy(file, end, later, end + 6, file.length - end);
        later[frame + 5] = 0;
        later[frame + 6] = 0;
        return later;
    }

    @Test
    void anImageWithoutItsChromaIsNotWhole() {
        byte[] file = TestImage.file("progressive.jpg");
        String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        // the first scan is of all components; made one of the last component alone, the others have no coarse samples
        int scan = text.indexOf("\u00ff\u00da");
        file[scan + 5] = file[scan + 9];
        file[scan + 7] = file[scan + 9];
        assertFails(file);
    }

    /** The JDK's reader has the same arithmetic, so that not a single sample of luma differs. */
    @ParameterizedTest
    @ValueSource(
            strings = {"gallery/hills.jpg", "gallery/mountains.jpg", "shop/drum.jpg", "gallery/birds/nuthatch.jpg"})
    void photographsAreAsTheJdkReadsThem(String name) throws Exception {
        byte[] file = SampleImages.read(name);
        ImageReader reader = JdkPlugins.reader("jpeg").createReaderInstance();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), true, true);
        Raster raster = reader.readRaster(0, null);
        assertSimilar(RasterPlanes.plane(raster, 0), decode(file).pixels().plane(0), 99);
    }

    @Test
    void grayIsGray() throws Exception {
        Pixels pixels = decode("gray.jpg").pixels();
        assertSimilar(TestImage.gray(), pixels, 45);
    }

    @Test
    void rgbNamedByItsComponentsIsNotTakenForYcc() throws Exception {
        Pixels pixels = decode("rgb-named.jpg").pixels();
        assertSimilar(TestImage.rgb(), pixels, 45);
    }

    @Test
    void inkIsTurnedRound() throws Exception {
        Pixels pixels = decode("cmyk.jpg").pixels();
        assertEquals(Samples.CMYK, pixels.samples());
        assertSimilar(plane(TestImage::red), pixels.plane(0), 40);
        assertSimilar(plane(TestImage::green), pixels.plane(1), 40);
        assertSimilar(plane(TestImage::blue), pixels.plane(2), 40);
        assertSimilar(plane((x, y) -> TestImage.alpha(x, y) / 2), pixels.plane(3), 40);
    }

    /** Programs that strip notes strip Adobe's mark with them; libjpeg's readers turn inks round in any case. */
    @Test
    void inkIsTurnedRoundWithoutAdobesMark() throws Exception {
        byte[] file = TestImage.file("cmyk.jpg");
        Pixels marked = decode(file).pixels();
        int adobe = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Adobe");
        file[adobe] = 'a';
        Pixels pixels = decode(file).pixels();
        assertEquals(Samples.CMYK, pixels.samples());
        assertSimilar(marked, pixels, 99);
    }

    @Test
    void ycckIsCmyk() throws Exception {
        byte[] file = TestImage.file("cmyk.jpg");
        int adobe = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Adobe");
        assertEquals(0, file[adobe + 11], "the transform");
        // what is cyan, magenta, yellow in the file is now read as luma and chroma
        file[adobe + 11] = 2;
        Pixels pixels = decode(file).pixels();
        assertEquals(Samples.CMYK, pixels.samples());
        assertSimilar(plane((x, y) -> TestImage.alpha(x, y) / 2), pixels.plane(3), 40);
        assertSimilar(
                plane((x, y) -> {
                    double cyan = 255 - TestImage.red(x, y) + 1.402 * (127 - TestImage.blue(x, y));
                    return (int) Math.max(0, Math.min(255, cyan));
                }),
                pixels.plane(0),
                35);
    }

    @Test
    void notesAreRead() throws Exception {
        Decoded turned = decode("exif.jpg");
        assertEquals(Orientation.ROTATED_90, turned.info().orientation());
        assertEquals(300, turned.info().resolution());
        assertEquals(150, decode("422.jpg").info().resolution());
        Decoded profiled = decode("profile.jpg");
        assertTrue(profiled.info().profile());
        assertEquals('a', profiled.pixels().profile().bytes()[36], "the mark of a profile");
        assertFalse(turned.info().profile());
    }

    @Test
    void anImpossibleSizeIsRefusedBeforeMemoryIsReserved() {
        byte[] file = TestImage.file("420.jpg");
        int frame = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        file[frame + 5] = 0x3e; // about 16,000 x 16,000 out of a kilobyte
        file[frame + 7] = 0x3e;
        assertFails(file);
    }

    @Test
    void aProgressiveImageWithoutItsLastScanAndItsEndIsNotWhole() {
        byte[] file = TestImage.file("progressive.jpg");
        String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFails(Arrays.copyOf(file, text.lastIndexOf("\u00ff\u00da")));
        assertFails(Arrays.copyOf(file, text.lastIndexOf("\u00ff\u00c4", text.lastIndexOf("\u00ff\u00da"))));
    }

    @Test
    void bytesThatMayBeCodesAreNotForgivenInAProgressiveImage() {
        byte[] file = TestImage.file("progressive.jpg");
        byte[] longer = Arrays.copyOf(file, file.length + 40);
        for (int i = 0; i < 40; i++) {
            longer[file.length - 2 + i] = (byte) (i * 5);
        }
        longer[longer.length - 2] = (byte) 0xff;
        longer[longer.length - 1] = (byte) Markers.EOI;
        assertFails(longer);
    }
}
