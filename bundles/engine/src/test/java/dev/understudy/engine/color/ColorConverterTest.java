package dev.understudy.engine.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColorConverterTest {

    private final ColorConverter converter = new ColorConverter();

    private static ColorProfile jdk(int space) {
        return new ColorProfile(ICC_Profile.getInstance(space).getData());
    }

    private static Pixels pixels(Samples samples, ColorProfile profile, int value) {
        byte[] plane = new byte[300 * 300];
        Arrays.fill(plane, (byte) value);
        return new Pixels(samples, Collections.nCopies(samples.planes(), new Plane(300, 300, plane)), null, profile);
    }

    private Pixels srgb(Pixels pixels, String object) throws ServeException {
        return converter.convert(pixels, DeviceSpace.SRGB, ConversionOptions.DEFAULT, object);
    }

    @Test
    void anImageInSrgbIsLeftAsItIs() throws Exception {
        Pixels source = pixels(Samples.YCC, jdk(ColorSpace.CS_sRGB), 90);
        Pixels converted = srgb(source, "a");
        assertEquals(Samples.YCC, converted.samples());
        assertSame(source.plane(0), converted.plane(0));
        assertNull(converted.profile());
    }

    @Test
    void linearLightIsConverted() throws Exception {
        Pixels converted = srgb(pixels(Samples.RGB, jdk(ColorSpace.CS_LINEAR_RGB), 55), "a");
        double linear = 55 / 255.0;
        double expected = 255 * (1.055 * Math.pow(linear, 1 / 2.4) - 0.055);
        for (int p = 0; p < 3; p++) {
            assertEquals(expected, converted.plane(p).at(0, 0), 1.5);
            assertEquals(expected, converted.plane(p).at(299, 299), 1.5);
        }
    }

    @Test
    void grayStaysGray() throws Exception {
        Pixels converted = srgb(pixels(Samples.GRAY, jdk(ColorSpace.CS_GRAY), 55), "a");
        assertEquals(Samples.GRAY, converted.samples());
        assertTrue(converted.plane(0).at(5, 5) > 100, "the JDK's gray is linear");
    }

    @Test
    void transparencyIsKept() throws Exception {
        Plane alpha = new Plane(300, 300, new byte[300 * 300]);
        Pixels source = pixels(Samples.RGB, jdk(ColorSpace.CS_LINEAR_RGB), 55).withAlpha(alpha);
        assertSame(alpha, srgb(source, "a").alpha());
    }

    @Test
    void withoutAProfileOnlyInksAreConverted() throws Exception {
        Pixels rgb = pixels(Samples.RGB, null, 3);
        assertSame(rgb, srgb(rgb, "a"));
        assertEquals(Samples.RGB, srgb(pixels(Samples.CMYK, null, 3), "a").samples());
    }

    @Test
    void damagedProfilesAreAFailureThatNamesTheImage() {
        byte[] sound = jdk(ColorSpace.CS_LINEAR_RGB).bytes();
        Random random = new Random(3);
        List<byte[]> damaged = List.of(
                new byte[0],
                new byte[200],
                "not a profile".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Arrays.copyOf(sound, 128),
                Arrays.copyOf(sound, sound.length / 2));
        damaged.forEach(this::assertCorrupt);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = sound.clone();
            for (int k = 0; k < 20; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                srgb(pixels(Samples.RGB, new ColorProfile(bytes), 50), "a");
            } catch (ServeException e) {
                assertEquals(FailureKind.PROFILE_CORRUPT, e.failure().kind());
            }
        }
    }

    @Test
    void profilesForOtherImagesAreAFailure() {
        assertThrows(ServeException.class, () -> srgb(pixels(Samples.CMYK, jdk(ColorSpace.CS_sRGB), 1), "a"));
        assertThrows(ServeException.class, () -> srgb(pixels(Samples.RGB, jdk(ColorSpace.CS_GRAY), 1), "a"));
        assertThrows(ServeException.class, () -> srgb(pixels(Samples.RGB, jdk(ColorSpace.CS_CIEXYZ), 1), "a"));
    }

    private void assertCorrupt(byte[] profile) {
        ServeException thrown = assertThrows(
                ServeException.class, () -> srgb(pixels(Samples.RGB, new ColorProfile(profile), 50), "pictures/a.jpg"));
        assertEquals(FailureKind.PROFILE_CORRUPT, thrown.failure().kind());
        assertTrue(thrown.failure().message().startsWith("'pictures/a.jpg': the color profile"));
    }
}
