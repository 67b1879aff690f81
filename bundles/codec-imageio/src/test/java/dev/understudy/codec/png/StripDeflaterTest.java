package dev.understudy.codec.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.EncodeOptions;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.EncodeOptionsFixture;
import dev.understudy.testkit.codec.ExternalProgram;
import dev.understudy.testkit.codec.TestImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntBinaryOperator;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strips that are deflated each in its own way, and what others read of them. */
class StripDeflaterTest {

    private static final int ROW = 1201;

    private final Random random = new Random(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(StripMethod.class)
    void stripsOfEachKindAreToldApart(StripMethod method) {
        byte[] strip = strip(method);
        try (StripMethod.Chooser chooser = new StripMethod.Chooser()) {
            assertEquals(method, chooser.choose(strip, strip.length));
            assertEquals(StripMethod.THOROUGH, chooser.choose(strip, 60_000), "of few bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 163, 164, 326, 327, 1000})
    void whatIsInflatedIsWhatWasDeflated(int rows) throws IOException {
        byte[] bytes = new byte[rows * ROW];
        for (int y = 0, kind = 0; y < rows; y += 100, kind++) {
            byte[] strip = strip(StripMethod.values()[kind % 4]);
            System.arraycopy(strip, 0, bytes, y * ROW, Math.min(100, rows - y) * ROW);
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        StripSum sum = new StripSum();
        try (StripDeflater deflater = new StripDeflater()) {
            for (int from = 0; from < bytes.length; from += 163 * ROW) {
                byte[] strip = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 163 * ROW));
                stream.write(deflater.deflate(strip, strip.length, from + strip.length == bytes.length));
                sum.add(StripSum.of(strip, strip.length), strip.length);
            }
        }
        Inflater inflater = new Inflater(true);
        byte[] file = stream.toByteArray();
        assertArrayEquals(bytes, new InflaterInputStream(new ByteArrayInputStream(file), inflater).readAllBytes());
        assertEquals((int) StripSum.of(bytes, bytes.length), sum.value());
        inflater.end();
    }

    @Test
    void filesAreTheSameWithHelp() throws Exception {
        PngEncoder encoder = new PngEncoder();
        EncodeOptions options = new EncodeOptionsFixture(encoder).plain();
        IdleProcessors two = helper -> {
            CompletableFuture<Void> outcome =
                    CompletableFuture.runAsync(() -> helper.help(() -> true), task -> new Thread(task).start());
            return outcome::join;
        };
        for (boolean alpha : new boolean[] {false, true}) {
            Pixels pixels = mixed(alpha);
            assertArrayEquals(encoder.encode(pixels, options), encoder.encode(pixels, options, two));
        }
    }

    @Test
    void othersReadTheSamePixels() throws Exception {
        for (boolean alpha : new boolean[] {false, true}) {
            Pixels pixels = mixed(alpha);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file(pixels)));
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    assertEquals(argb(pixels, x, y), image.getRGB(x, y), x + ", " + y);
                }
            }
        }
    }

    @Test
    void aCheckerOfFilesFindsNothingWrong() throws Exception {
        Path file = Files.write(folder.resolve("image.png"), file(mixed(true)));
        assertEquals("", ExternalProgram.run("pngcheck", "-q", file.toString()));
    }

    @Test
    void filesAreNotLargerThanThoseOfImageIo() throws Exception {
        Pixels pixels = photograph();
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, argb(pixels, x, y));
            }
        }
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        ImageIO.write(image, "png", other);
        int size = file(pixels).length;
        assertTrue(size <= other.size(), size + " bytes, of ImageIO " + other.size());
    }

    private byte[] strip(StripMethod method) {
        IntBinaryOperator value = switch (method) {
            case CODES -> (x, y) -> (int) (random.nextGaussian() * 6);
            case QUICK -> (x, y) -> (x * 7919 + y / 3 * 31) % 251 % 23 * 9;
            case MEDIUM -> (x, y) -> random.nextInt(100) < 62 ? 0 : (int) (random.nextGaussian() * 6);
            case THOROUGH -> (x, y) -> x % 40 < 36 ? 0 : x + y / 9;
        };
        byte[] strip = new byte[100 * ROW];
        for (int i = 0; i < strip.length; i++) {
            strip[i] = (byte) value.applyAsInt(i % ROW, i / ROW);
        }
        return strip;
    }

    /** An image with noise, smooth areas and plain ones. */
    private Pixels mixed(boolean alpha) {
        Plane red = TestImage.plane(601, 700, (x, y) -> y < 200 ? random.nextInt(256) : y < 400 ? x * y / 700 : 90);
        Plane green = TestImage.plane(601, 700, (x, y) -> (x + y) / 6 + random.nextInt(y < 300 ? 6 : 1));
        Plane blue = TestImage.plane(601, 700, (x, y) -> x / 100 * 40);
        Plane opacity = alpha ? TestImage.plane(601, 700, (x, y) -> y % 256) : null;
        return new Pixels(Samples.RGB, List.of(red, green, blue), opacity, null);
    }

    private Pixels photograph() {
        TestImage.Sampler value =
                (x, y) -> (int) (128 + 60 * Math.sin(x / 37.0) + 50 * Math.cos(y / 53.0) + random.nextGaussian() * 3);
        return new Pixels(
                Samples.RGB,
                List.of(
                        TestImage.plane(640, 480, value),
                        TestImage.plane(640, 480, value),
                        TestImage.plane(640, 480, value)),
                null,
                null);
    }

    private static byte[] file(Pixels pixels) throws Exception {
        PngEncoder encoder = new PngEncoder();
        return encoder.encode(pixels, new EncodeOptionsFixture(encoder).plain());
    }

    private static int argb(Pixels pixels, int x, int y) {
        int at = y * pixels.width() + x;
        int color = pixels.alpha() == null ? 0xff : pixels.alpha().samples()[at] & 0xff;
        for (Plane plane : pixels.planes()) {
            color = color << 8 | plane.samples()[at] & 0xff;
        }
        return color;
    }
}
