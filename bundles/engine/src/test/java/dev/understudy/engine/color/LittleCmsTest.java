package dev.understudy.engine.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversions beside those of LittleCMS, whose program transicc converts in floating point. */
class LittleCmsTest {

    private static final String TRANSICC = "/usr/bin/transicc";

    private final byte[] coated = resource("/profiles/coated-sample.icc");
    private final byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    @TempDir
    Path folder;

    private static byte[] resource(String name) {
        try (var in = LittleCmsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Pixels pixel(Samples samples, ColorProfile profile, int... values) {
        List<Plane> planes = IntStream.of(values)
                .mapToObj(value -> new Plane(1, 1, new byte[] {(byte) value}))
                .toList();
        return new Pixels(samples, planes, null, profile);
    }

    private int[] converted(boolean toInks, RenderIntent intent, boolean blackPoint, int... values) throws Exception {
        ConversionOptions options = new ConversionOptions(intent, blackPoint, false);
        DeviceSpace target = toInks ? new DeviceSpace(Samples.CMYK, new ColorProfile(coated)) : DeviceSpace.SRGB;
        Pixels source = pixel(toInks ? Samples.RGB : Samples.CMYK, toInks ? null : new ColorProfile(coated), values);
        Pixels out = new ColorConverter().convert(source, target, options, "a");
        return out.planes().stream().mapToInt(plane -> plane.at(0, 0)).toArray();
    }

    @Test
    void blackInkIsDarkWithBlackPointCompensation() throws Exception {
        int washedOut = IntStream.of(converted(false, RenderIntent.RELATIVE, false, 0, 0, 0, 255))
                .sum();
        int black = IntStream.of(converted(false, RenderIntent.RELATIVE, true, 0, 0, 0, 255))
                .sum();
        assertTrue(black < washedOut, black + " is not darker than " + washedOut);
        assertTrue(black <= 99, "a sum of " + black);
    }

    @Test
    void everyIntentIsThatOfLittleCms() throws Exception {
        assumeTrue(Files.exists(Path.of(TRANSICC)), "SKIPPED: no transicc here, which is in Debian's liblcms2-utils");
        int[][] inks = {{0, 0, 0, 0}, {0, 0, 0, 255}, {128, 51, 26, 0}, {20, 200, 180, 40}, {255, 255, 255, 255}};
        int[][] colors = {{0, 0, 0}, {255, 255, 255}, {200, 30, 40}, {90, 120, 60}, {128, 128, 128}};
        for (RenderIntent intent : RenderIntent.values()) {
            for (boolean blackPoint : new boolean[] {false, true}) {
                if (intent != RenderIntent.ABSOLUTE || !blackPoint) {
                    compare(false, intent, blackPoint, inks);
                    compare(true, intent, blackPoint, colors);
                }
            }
        }
    }

    private void compare(boolean toInks, RenderIntent intent, boolean blackPoint, int[][] values) throws Exception {
        for (int[] value : values) {
            double[] expected = littleCms(toInks, intent, blackPoint, value);
            int[] actual = converted(toInks, intent, blackPoint, value);
            for (int i = 0; i < expected.length; i++) {
                String what = intent + " " + blackPoint + " " + Arrays.toString(value) + ": " + Arrays.toString(actual)
                        + " for " + Arrays.toString(expected);
                assertEquals(Math.max(0, Math.min(255, expected[i])), actual[i], 4, what);
            }
        }
    }

    private double[] littleCms(boolean toInks, RenderIntent intent, boolean blackPoint, int... value) throws Exception {
        Path ink = Files.write(folder.resolve("ink.icc"), coated);
        Path web = Files.write(folder.resolve("web.icc"), srgb);
        List<String> command = new ArrayList<>(List.of(
                TRANSICC, "-v0", "-i" + (toInks ? web : ink), "-o" + (toInks ? ink : web), "-t" + intent.number()));
        if (blackPoint) {
            command.add("-b");
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String question = IntStream.of(value)
                .mapToObj(v -> String.valueOf(toInks ? v : v / 2.55))
                .collect(Collectors.joining(" ", "", "\n"));
        process.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        String[] lines = answer.split("\n");
        return Arrays.stream(lines[lines.length - 1].strip().split("\\s+"))
                .mapToDouble(text -> Double.parseDouble(text) * (toInks ? 2.55 : 1))
                .toArray();
    }
}
