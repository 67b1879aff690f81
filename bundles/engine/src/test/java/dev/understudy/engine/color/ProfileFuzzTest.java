package dev.understudy.engine.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Color profiles that somebody else has thought of: each is refused, or converts an image to the same colors twice, before long. */
class ProfileFuzzTest {

    /** Of the processor: other load does not count. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private static final int WIDTH = 32;
    private static final int HEIGHT = 8;

    static Stream<Arguments> files() throws IOException {
        byte[] press;
        try (var in = ProfileFuzzTest.class.getResourceAsStream("/profiles/coated-sample.icc")) {
            press = in.readAllBytes();
        }
        return Stream.of(jdk(ColorSpace.CS_LINEAR_RGB), jdk(ColorSpace.CS_sRGB), jdk(ColorSpace.CS_GRAY), press)
                .map(Arguments::of);
    }

    @MethodSource("files")
    @FuzzTest
    void profile(byte[] file) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ColorProfile profile = new ColorProfile(file);
        try {
            Optional<Samples> samples = new ColorConverter().prepare(profile, "a");
            assertEquals(samples, new ColorConverter().prepare(profile, "a"));
            if (samples.isPresent()) {
                Pixels image = image(samples.get(), profile);
                assertSame(converted(image), converted(image));
            }
        } catch (ServeException e) {
            assertEquals(FailureKind.PROFILE_CORRUPT, e.failure().kind(), e.failure()::message);
            assertTrue(e.failure().message().startsWith("'a'"), e.failure()::message);
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertTrue(nanos < MOST_NANOS, () -> nanos / 1_000_000 + " ms");
    }

    private static Pixels converted(Pixels image) throws ServeException {
        Pixels converted = new ColorConverter().convert(image, DeviceSpace.SRGB, ConversionOptions.DEFAULT, "a");
        assertEquals(WIDTH, converted.width());
        assertEquals(HEIGHT, converted.height());
        return converted;
    }

    private static void assertSame(Pixels first, Pixels second) {
        assertEquals(first.samples(), second.samples());
        for (int i = 0; i < first.planes().size(); i++) {
            assertArrayEquals(first.plane(i).samples(), second.plane(i).samples());
        }
    }

    private static Pixels image(Samples samples, ColorProfile profile) {
        List<Plane> planes = new ArrayList<>();
        for (int plane = 0; plane < samples.planes(); plane++) {
            byte[] bytes = new byte[WIDTH * HEIGHT];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (i * (2 * plane + 1));
            }
            planes.add(new Plane(WIDTH, HEIGHT, bytes));
        }
        return new Pixels(samples, planes, null, profile);
    }

    private static byte[] jdk(int space) {
        return ICC_Profile.getInstance(space).getData();
    }
}
