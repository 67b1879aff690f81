package dev.understudy.codec.jpeg.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.image.Compression;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.ExternalProgram;
import dev.understudy.testkit.codec.TestImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read by others as arithmetic in double precision has it, for a hundred images of all kinds. */
class WrittenSamplesTest {

    private static final int IMAGES = 100;
    private static final OutputFormat JPEG = OutputFormat.of("jpeg", "image/jpeg");

    private final JpegWriter writer = new JpegWriter(InkStorage.ADOBE);

    @TempDir
    Path folder;

    @Test
    void byOurDecoderAndTheJdks() throws Exception {
        for (int i = 0; i < IMAGES; i++) {
            RandomImage random = new RandomImage(i);
            Samples samples = new Samples[] {Samples.GRAY, Samples.YCC, Samples.YCC, Samples.CMYK}[i % 4];
            int across = 1 << random.next(3);
            int down = 1 << random.next(3);
            Pixels pixels = random.of(samples, 1 + random.next(90), 1 + random.next(90), across, down);
            EncodeOptions options = options(random);
            byte[] file = write(pixels, options, i % 3 != 0);
            String what = i + ": " + samples + " of " + pixels.width() + "x" + pixels.height() + ", chroma by " + across
                    + "x" + down + ", quality " + options.quality() + ", scans " + options.scans();
            Raster raster = raster(file);
            for (int band = 0; band < samples.planes(); band++) {
                boolean whole = band == 0 || samples != Samples.YCC || across * down == 1 && options.fullChroma();
                if (whole) {
                    QuantizationTable table = band > 0 && samples == Samples.YCC
                            ? QuantizationTable.chroma(options.quality())
                            : QuantizationTable.luma(options.quality());
                    int flip = samples == Samples.CMYK ? 0xff : 0;
                    assertWritten(pixels.plane(band), table, flip, plane(raster, band, flip), what);
                    assertWritten(pixels.plane(band), table, flip, decoded(file).plane(band), what);
                }
            }
        }
    }

    private static EncodeOptions options(RandomImage random) {
        int[] scans = {EncodeOptions.USUAL_SCANS, EncodeOptions.USUAL_SCANS, 3, 4, 5};
        double quality = random.next(4) == 0 ? 1 + random.next(9900) / 100.0 : 60 + random.next(41);
        return EncodeOptions.of(JPEG, Compression.NONE)
                .withQuality(quality)
                .withFullChroma(random.next(2) == 0)
                .withScans(scans[random.next(scans.length)]);
    }

    private byte[] write(Pixels pixels, EncodeOptions options, boolean progressive) {
        return writer.write(pixels, options, progressive, new byte[0]);
    }

    private static Pixels decoded(byte[] file) throws Exception {
        try (BytesSource source = new BytesSource(file)) {
            return new JpegDecoder().decode(source, DecodeRequest.WHOLE).pixels();
        }
    }

    /** Blocks with a coefficient half way between two are left out: it may be rounded either way. */
    private static void assertWritten(Plane plane, QuantizationTable table, int flip, Plane actual, String what) {
        assertEquals(plane.width(), actual.width(), what);
        assertEquals(plane.height(), actual.height(), what);
        for (int top = 0; top < plane.height(); top += 8) {
            for (int left = 0; left < plane.width(); left += 8) {
                double[] coefficients = SlowTransform.forward(block(plane, left, top, flip));
                boolean clear = true;
                for (int i = 0; i < 64; i++) {
                    int step = table.step(i / 8, i % 8);
                    double exact = coefficients[i] / step;
                    clear &= Math.abs(Math.abs(exact - Math.rint(exact)) - 0.5) > 1e-3;
                    coefficients[i] = Math.rint(exact) * step;
                }
                if (clear) {
                    assertBlock(SlowTransform.inverse(coefficients), left, top, flip, actual, what);
                }
            }
        }
    }

    private static double[] block(Plane plane, int left, int top, int flip) {
        double[] block = new double[64];
        for (int i = 0; i < 64; i++) {
            int x = Math.min(plane.width() - 1, left + i % 8);
            int y = Math.min(plane.height() - 1, top + i / 8);
            block[i] = (plane.at(x, y) ^ flip) - 128;
        }
        return block;
    }

    private static void assertBlock(double[] block, int left, int top, int flip, Plane actual, String what) {
        for (int i = 0; i < 64; i++) {
            int x = left + i % 8;
            int y = top + i / 8;
            if (x < actual.width() && y < actual.height()) {
                double expected = Math.max(0, Math.min(255, block[i] + 128));
                assertEquals(expected, actual.at(x, y) ^ flip, 1.5, () -> what + " at " + x + "," + y);
            }
        }
    }

    private static Raster raster(byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input);
            return reader.readRaster(0, null);
        } finally {
            reader.dispose();
        }
    }

    private static Plane plane(Raster raster, int band, int flip) {
        return TestImage.plane(raster.getWidth(), raster.getHeight(), (x, y) -> raster.getSample(x, y, band) ^ flip);
    }

    /** Samples of gray and of the usual factors. */
    @Test
    void byDjpegAndVips() throws Exception {
        for (int i = 0; i < 24; i++) {
            RandomImage random = new RandomImage(1000 + i);
            int factor = 1 + i / 2 % 2;
            Pixels pixels = random.of(
                    i % 4 == 0 ? Samples.GRAY : Samples.YCC,
                    1 + random.next(200),
                    1 + random.next(200),
                    factor,
                    factor);
            EncodeOptions options = options(random).withFullChroma(factor == 1);
            byte[] file = write(pixels, options, i % 3 != 0);
            Path jpeg = Files.write(folder.resolve(i + ".jpg"), file);
            Path pnm = folder.resolve(i + ".pnm");
            ExternalProgram.run("djpeg", "-strict", "-outfile", pnm.toString(), jpeg.toString());
            byte[] reference = Files.readAllBytes(pnm);
            assertEquals(pixels.width() + " " + pixels.height(), size(reference));
            Path other = folder.resolve(i + (pixels.samples() == Samples.GRAY ? ".pgm" : ".ppm"));
            ExternalProgram.run("vips", "copy", jpeg + "[fail=true]", other.toString());
            assertSame(reference, Files.readAllBytes(other));
        }
    }

    private static String size(byte[] pnm) {
        String head = new String(pnm, 0, Math.min(40, pnm.length), StandardCharsets.ISO_8859_1);
        String[] words = head.toLowerCase(Locale.ROOT).split("\\s+");
        return words[1] + " " + words[2];
    }

    private static void assertSame(byte[] expected, byte[] actual) {
        int samples = Math.min(expected.length, actual.length) - 60;
        for (int i = 1; i <= samples; i++) {
            int first = expected[expected.length - i] & 0xff;
            int second = actual[actual.length - i] & 0xff;
            assertTrue(Math.abs(first - second) <= 1, first + " and " + second);
        }
    }

    /** More symbols than are kept at a time. */
    @Test
    void anImageOfMoreSymbolsThanAreKept() throws Exception {
        RandomImage random = new RandomImage(5);
        Plane noise = TestImage.plane(1500, 1600, (x, y) -> y < 300 ? x / 8 : random.next(256));
        Pixels pixels = new Pixels(Samples.GRAY, List.of(noise), null, null);
        for (boolean progressive : new boolean[] {false, true}) {
            EncodeOptions options = EncodeOptions.of(JPEG, Compression.NONE).withQuality(100);
            byte[] file = write(pixels, options.withScans(3), progressive);
            assertTrue(TestImage.psnr(noise, plane(raster(file), 0, 0)) > 55);
        }
    }
}
