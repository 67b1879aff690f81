package dev.understudy.codec.png;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.testkit.codec.BytesSource;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with rows of all filters, which ImageIO reads likewise or refuses. */
class PngPlanesTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 29;

    private final Random random = new Random(11);

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4, 6})
    void samplesAreThoseOfImageIo(int colorType) throws Exception {
        for (int run = 0; run < 60; run++) {
            byte[] file = file(colorType, deflated(rows(colorType, 5), run % 10), 1 + random.nextInt(200));
            Region region = region();
            Pixels pixels = decode(file, region);
            BufferedImage other = ImageIO.read(new ByteArrayInputStream(file));
            assertSame(other, pixels, region);
            assertSame(other, decode(file, new Region(0, 0, WIDTH, HEIGHT)), new Region(0, 0, WIDTH, HEIGHT));
        }
    }

    @Test
    void aRowWithAFilterThatDoesNotExistIsRefusedWhereverItIs() throws Exception {
        for (int y : new int[] {0, 5, HEIGHT - 1}) {
            byte[] rows = rows(2, 5);
            rows[y * (1 + 3 * WIDTH)] = 5;
            assertRefused(file(2, deflated(rows, 6), 100));
            rows[y * (1 + 3 * WIDTH)] = (byte) 0x84;
            assertRefused(file(2, deflated(rows, 6), 100));
        }
    }

    @Test
    void samplesThatBreakOffAreRefusedForEveryPart() throws Exception {
        byte[] rows = rows(2, 5);
        assertRefused(file(2, deflated(Arrays.copyOf(rows, rows.length - 1), 6), 100));
        byte[] whole = deflated(rows, 6);
        assertRefused(file(2, Arrays.copyOf(whole, whole.length - 100), 100));
        assertRefused(file(2, new byte[0], 100));
    }

    @Test
    void whatCannotBeInflatedIsRefusedAsImageIoDoes() throws Exception {
        byte[] whole = deflated(rows(2, 5), 6);
        for (int run = 0; run < 400; run++) {
            byte[] other = whole.clone();
            other[random.nextInt(other.length - 4)] ^= (byte) (1 << random.nextInt(8));
            byte[] file = file(2, other, 100);
            BufferedImage image = null;
            try {
                image = ImageIO.read(new ByteArrayInputStream(file));
            } catch (IOException | RuntimeException e) {
                assertRefused(file);
            }
            if (image != null) {
                assertSame(image, decode(file, new Region(0, 0, WIDTH, HEIGHT)), new Region(0, 0, WIDTH, HEIGHT));
            }
        }
    }

    @Test
    void aWrongSumOfTheSamplesIsRefused() throws Exception {
        byte[] wrong = deflated(rows(2, 5), 6);
        wrong[wrong.length - 1] ^= 1;
        assertRefused(file(2, wrong, 100));
        assertRefused(file(2, wrong, wrong.length));
    }

    @Test
    void aMissingSumAndWhatFollowsDoNoHarm() throws Exception {
        byte[] rows = rows(2, 5);
        byte[] whole = deflated(rows, 6);
        for (byte[] samples : new byte[][] {
            Arrays.copyOf(whole, whole.length - 4),
            Arrays.copyOf(whole, whole.length + 50),
            deflated(Arrays.copyOf(rows, rows.length + 500), 6)
        }) {
            byte[] file = file(2, samples, 100);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            assertSame(image, decode(file, new Region(0, 0, WIDTH, HEIGHT)), new Region(0, 0, WIDTH, HEIGHT));
        }
    }

    private Region region() {
        int x = random.nextInt(WIDTH);
        int y = random.nextInt(HEIGHT);
        return new Region(x, y, 1 + random.nextInt(WIDTH - x), 1 + random.nextInt(HEIGHT - y));
    }

    private static Pixels decode(byte[] file, Region region) throws ServeException {
        return new PngDecoder()
                .decode(new BytesSource(file), new DecodeRequest(region, 1))
                .pixels();
    }

    private static void assertRefused(byte[] file) {
        for (Region region : new Region[] {new Region(0, 0, WIDTH, HEIGHT), new Region(3, 2, 5, 1)}) {
            ServeException refused = null;
            try {
                decode(file, region);
            } catch (ServeException e) {
                refused = e;
            }
            assertNotNull(refused, "it is read");
            assertEquals(FailureKind.SOURCE_CORRUPT, refused.failure().kind());
        }
    }

    private static void assertSame(BufferedImage expected, Pixels pixels, Region region) {
        Raster raster = expected.getRaster();
        boolean palette = raster.getNumBands() == 1 && pixels.planes().size() == 3;
        for (int y = 0; y < region.height(); y++) {
            for (int x = 0; x < region.width(); x++) {
                int at = y * region.width() + x;
                int[] samples = raster.getPixel(region.x() + x, region.y() + y, (int[]) null);
                int color = palette ? expected.getRGB(region.x() + x, region.y() + y) : 0;
                int band = 0;
                for (Plane plane : pixels.planes()) {
                    int wanted = palette ? color >> 16 - 8 * band & 0xff : samples[band];
                    assertEquals(wanted, plane.samples()[at] & 0xff, x + ", " + y);
                    band++;
                }
                if (pixels.alpha() != null) {
                    assertEquals(samples[band], pixels.alpha().samples()[at] & 0xff);
                }
            }
        }
    }

    /** Rows with random filters: smooth, so that each filter has something to do, with noise here and there. */
    private byte[] rows(int colorType, int filters) {
        int bands = bands(colorType);
        byte[] rows = new byte[HEIGHT * (1 + bands * WIDTH)];
        for (int y = 0, at = 0; y < HEIGHT; y++) {
            rows[at++] = (byte) random.nextInt(filters);
            for (int i = 0; i < bands * WIDTH; i++) {
                rows[at++] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(5) - 2);
            }
        }
        return rows;
    }

    private static byte[] deflated(byte[] rows, int level) throws IOException {
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(level);
        try (DeflaterOutputStream out = new DeflaterOutputStream(samples, deflater)) {
            out.write(rows);
        } finally {
            deflater.end();
        }
        return samples.toByteArray();
    }

    private byte[] file(int colorType, byte[] samples, int chunk) {
        PngWriter writer = new PngWriter();
        ByteBuffer header = ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT);
        writer.chunk("IHDR", header.put((byte) 8).put((byte) colorType).array());
        if (colorType == PngHeader.PALETTE) {
            byte[] colors = new byte[768];
            random.nextBytes(colors);
            writer.chunk("PLTE", colors);
        }
        for (int from = 0; from < samples.length; from += chunk) {
            writer.chunk("IDAT", Arrays.copyOfRange(samples, from, Math.min(samples.length, from + chunk)));
            if (random.nextInt(8) == 0) {
                writer.chunk("IDAT", new byte[0]);
            }
        }
        return writer.end();
    }

    private static int bands(int colorType) {
        return new PngHeader(1, 1, 8, colorType, false).bands();
    }
}
