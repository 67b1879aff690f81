package dev.understudy.engine.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conversions between sRGB and printing inks, beside values that LittleCMS has for them and that are kept in a table. */
class KeptConversionsTest {

    private static final int COUNT = 84;

    /** Tables of eight bits between the profiles are that far from floating point, in levels. */
    private static final double TOLERANCE = 4;

    private final ColorProfile coated = new ColorProfile(resource("/profiles/coated-sample.icc"));

    private static byte[] resource(String name) {
        try (var in = KeptConversionsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<String> rows() {
        List<String> rows = new String(resource("/golden/conversions.tsv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertEquals(COUNT, rows.size());
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void colorsAreThoseOfLittleCms(String row) throws Exception {
        String[] cells = row.split("\t");
        Samples from = Samples.valueOf(cells[0]);
        boolean toInks = from == Samples.RGB;
        ConversionOptions options =
                new ConversionOptions(RenderIntent.valueOf(cells[1]), cells[2].equals("yes"), false);
        DeviceSpace target = toInks ? new DeviceSpace(Samples.CMYK, coated) : DeviceSpace.SRGB;
        Pixels before = new Pixels(from, planes(cells[3]), null, toInks ? null : coated);

        Pixels after = new ColorConverter().convert(before, target, options, "a color");

        assertArrayEquals(
                numbers(cells[4]),
                after.planes().stream().mapToDouble(plane -> plane.at(0, 0)).toArray(),
                TOLERANCE);
    }

    private static double[] numbers(String list) {
        return Arrays.stream(list.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<Plane> planes(String list) {
        return Arrays.stream(numbers(list))
                .mapToObj(level -> new Plane(1, 1, new byte[] {(byte) level}))
                .toList();
    }
}
