package dev.understudy.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.SampleImages;
import dev.understudy.testkit.codec.TestImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of all kinds that libjpeg-turbo's programs write come out as those programs read them; skipped where they are not installed. */
class LibjpegComparisonTest {

    @TempDir
    static Path folder;

    private static Path original;

    @BeforeAll
    static void originalIsMade() throws Exception {
        assumeTrue(
                new File("/usr/bin/cjpeg").canExecute() && new File("/usr/bin/djpeg").canExecute(),
                "libjpeg-turbo-progs are not installed");
        original = folder.resolve("original.ppm");
        Path file = folder.resolve("original.jpg");
        Files.write(file, SampleImages.read("gallery/birds/nuthatch.jpg"));
        run("djpeg", "-scale", "3/8", "-outfile", original.toString(), file.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -sample 1x1
        -sample 2x1
        -sample 1x2
        -sample 2x2
        -sample 4x1
        -sample 1x4
        -sample 4x2
        -sample 3x1
        -sample 1x3,1x1,1x1
        -sample 2x2,2x1,2x1
        -sample 2x2,1x2,1x2
        -sample 2x2,2x1,1x2
        -sample 1x1,2x2,2x2
        -grayscale
        -grayscale -sample 2x2
        -restart 1
        -restart 7B
        -optimize
        -quality 100
        -quality 5
        -quality 30 -sample 1x1 -progressive
        -progressive -sample 2x2
        -progressive -sample 2x1
        -progressive -sample 1x1 -restart 3B
        -progressive -grayscale
        -progressive -quality 100
        -rgb
        -rgb -progressive
        """)
    void isReadAsLibjpegDoes(String options) throws Exception {
        Path file = file(options);
        for (int reduction = 1; reduction <= 8; reduction *= 2) {
            Pixels ours = decode(file, reduction);
            if (!hasCoarseLuma(options)) { // which is smoothed, and finer where the image is reduced
                assertColorsAreSimilar(file, ours, reduction);
            }
            if (!hasCoarseLuma(options) || reduction == 1) {
                assertLumaIsTheSame(options, file, ours, reduction);
            }
        }
    }

    private static boolean hasCoarseLuma(String options) {
        return options.contains("1x1,2x2");
    }

    private static void assertLumaIsTheSame(String options, Path file, Pixels ours, int reduction) throws Exception {
        if (Ppm.read(djpeg(file, reduction)).bands() == 3 && ours.samples() != dev.understudy.image.Samples.RGB) {
            Ppm gray = Ppm.read(djpeg(file, reduction, "-grayscale"));
            assertEquals(gray.width(), ours.width());
            assertEquals(gray.height(), ours.height());
            // at full size the same arithmetic; libjpeg's smaller transforms are approximations of their own
            TestImage.assertSimilar(
                    gray.plane(0), ours.plane(0), reduction > 1 ? 36 : hasCoarseLuma(options) ? 50 : 99);
        }
    }

    private static void assertColorsAreSimilar(Path file, Pixels ours, int reduction) throws Exception {
        Ppm right = Ppm.read(djpeg(file, reduction, "-nosmooth"));
        List<Plane> colors = rgb(ours);
        for (int band = 0; band < right.bands(); band++) {
            TestImage.assertSimilar(right.plane(band), colors.get(band), reduction == 1 ? 45 : 30);
        }
    }

    private static List<Plane> rgb(Pixels pixels) {
        if (pixels.samples() != dev.understudy.image.Samples.YCC) {
            return pixels.planes();
        }
        List<Plane> planes = new ArrayList<>();
        for (int band = 0; band < 3; band++) {
            int color = band;
            planes.add(TestImage.plane(pixels.width(), pixels.height(), (x, y) -> color(pixels, color, x, y)));
        }
        return planes;
    }

    private static int color(Pixels pixels, int band, int x, int y) {
        double cb = nearest(pixels, 1, x, y) - 128;
        double cr = nearest(pixels, 2, x, y) - 128;
        double difference = band == 0 ? 1.402 * cr : band == 1 ? -0.344136 * cb - 0.714136 * cr : 1.772 * cb;
        return (int) Math.max(0, Math.min(255, Math.rint(pixels.plane(0).at(x, y) + difference)));
    }

    private static int nearest(Pixels pixels, int band, int x, int y) {
        Plane plane = pixels.plane(band);
        return plane.at(x / factor(pixels.width(), plane.width()), y / factor(pixels.height(), plane.height()));
    }

    private static int factor(int whole, int part) {
        return whole == part ? 1 : part == (whole + 1) / 2 ? 2 : 4;
    }

    private static Path file(String options) throws Exception {
        Path file = folder.resolve("file.jpg");
        List<String> command = new ArrayList<>(List.of("cjpeg", "-quality", "80", "-outfile", file.toString()));
        command.addAll(List.of(options.split(" ")));
        command.add(original.toString());
        run(command.toArray(String[]::new));
        return file;
    }

    private static Pixels decode(Path file, int reduction) throws Exception {
        try (BytesSource source = new BytesSource(Files.readAllBytes(file))) {
            return new JpegDecoder()
                    .decode(source, new DecodeRequest(null, reduction))
                    .pixels();
        }
    }

    private static Path djpeg(Path file, int reduction, String... options) throws Exception {
        Path result = folder.resolve("result.pnm");
        List<String> command = new ArrayList<>(
                List.of("djpeg", "-dct", "int", "-scale", "1/" + reduction, "-outfile", result.toString()));
        command.addAll(List.of(options));
        command.add(file.toString());
        run(command.toArray(String[]::new));
        return result;
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor() == 0, () -> String.join(" ", command) + ": " + said);
    }

    /** A binary PPM or PGM. */
    private record Ppm(int width, int height, int bands, int start, byte[] bytes) {

        static Ppm read(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            String[] head = new String(
                            bytes, 0, Math.min(40, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .split("\\s", 5);
            int start = 4 + head[0].length() + head[1].length() + head[2].length() + head[3].length();
            return new Ppm(
                    Integer.parseInt(head[1]), Integer.parseInt(head[2]), head[0].equals("P6") ? 3 : 1, start, bytes);
        }

        Plane plane(int band) {
            return TestImage.plane(width, height, (x, y) -> bytes[start + (y * width + x) * bands + band] & 0xff);
        }
    }
}
