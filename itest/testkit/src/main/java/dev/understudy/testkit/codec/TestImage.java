package dev.understudy.testkit.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The image that all files in {@code images} show: smooth ramps, so that a mistake in geometry or color is seen. */
public final class TestImage {

    public static final int WIDTH = 61;
    public static final int HEIGHT = 47;

    private TestImage() {}

    public static int red(int x, int y) {
        return 255 * x / (WIDTH - 1);
    }

    public static int green(int x, int y) {
        return 255 * y / (HEIGHT - 1);
    }

    public static int blue(int x, int y) {
        return 255 * (x + y) / (WIDTH + HEIGHT - 2);
    }

    public static int alpha(int x, int y) {
        return 255 * (WIDTH - 1 - x) / (WIDTH - 1);
    }

    /** A function of a pixel's place. */
    public interface Sampler {
        int at(int x, int y);
    }

    public static Plane plane(int width, int height, Sampler sampler) {
        Plane plane = Plane.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                plane.samples()[y * width + x] = (byte) sampler.at(x, y);
            }
        }
        return plane;
    }

    public static Plane plane(Sampler sampler) {
        return plane(WIDTH, HEIGHT, sampler);
    }

    public static Pixels rgb() {
        return new Pixels(
                Samples.RGB,
                List.of(plane(TestImage::red), plane(TestImage::green), plane(TestImage::blue)),
                null,
                null);
    }

    public static Pixels rgba() {
        return rgb().withAlpha(plane(TestImage::alpha));
    }

    public static Pixels gray() {
        return new Pixels(Samples.GRAY, List.of(plane(TestImage::blue)), null, null);
    }

    /** A file of the folder {@code images} on the class path. */
    public static byte[] file(String name) {
        try (InputStream in = TestImage.class.getResourceAsStream("/images/" + name)) {
            assertNotNull(in, name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    /** Peak signal-to-noise ratio in decibels; 99 for no difference at all. */
    public static double psnr(Plane expected, Plane actual) {
        assertEquals(expected.width(), actual.width());
        assertEquals(expected.height(), actual.height());
        double sum = 0;
        for (int i = 0; i < expected.samples().length; i++) {
            int difference = (expected.samples()[i] & 0xff) - (actual.samples()[i] & 0xff);
            sum += difference * difference;
        }
        double mean = sum / expected.samples().length;
        return mean == 0 ? 99 : 10 * Math.log10(255 * 255 / mean);
    }

    public static void assertSimilar(Plane expected, Plane actual, double decibels) {
        double psnr = psnr(expected, actual);
        assertTrue(psnr >= decibels, () -> "only " + psnr + " dB instead of " + decibels);
    }

    public static void assertSimilar(Pixels expected, Pixels actual, double decibels) {
        assertEquals(expected.samples(), actual.samples());
        for (int i = 0; i < expected.planes().size(); i++) {
            assertSimilar(expected.plane(i), actual.plane(i), decibels);
        }
        assertEquals(expected.alpha() == null, actual.alpha() == null, "alpha");
        if (expected.alpha() != null) {
            assertSimilar(expected.alpha(), actual.alpha(), decibels);
        }
    }
}
