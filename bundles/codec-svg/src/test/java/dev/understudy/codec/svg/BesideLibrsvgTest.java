package dev.understudy.codec.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of the folder {@code shapes} beside what {@code rsvg-convert} (2.54) makes of it, where there is one. */
class BesideLibrsvgTest {

    private static final double LEAST = 30;

    /** What librsvg draws otherwise than SVG has it, or as it likes where SVG does not say. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("clip-box.svg", "clip paths of clip paths are passed over"),
            Map.entry("colors.svg", "what stands behind a color in sRGB makes it black"),
            Map.entry("font-face.svg", "fonts in the file are not looked at"),
            Map.entry("gradient-degenerate.svg", "gradients without length are mixed, or nothing"),
            Map.entry("image-turned.svg", "images lie as they are stored"),
            Map.entry("image-jpeg.svg", "profiles of images are passed over"),
            Map.entry("inheritance.svg", "initial is not known"),
            Map.entry("pattern-box.svg", "tiles are scaled to whole pixels twice"),
            Map.entry("strokes-dots.svg", "squares of length 0 are left out"),
            Map.entry("switch.svg", "the language is that of the process"),
            Map.entry("symbol.svg", "symbols are cut where they should not be, and not where they should"),
            Map.entry("text.svg", "fonts are those of the machine"),
            Map.entry("transform-origin.svg", "transforms are about the corner"),
            Map.entry("vector-effect.svg", "every stroke is scaled"));

    @BeforeAll
    static void isThere() {
        boolean there = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "rsvg-convert")));
        if (!there) {
            System.err.println(
                    "SKIPPED: rsvg-convert is not here (Debian: librsvg2-bin), so nothing is compared with it");
        }
        Assumptions.assumeTrue(there, "rsvg-convert is not here");
    }

    static Stream<Path> shapes() {
        return SvgRendering.shapes().stream()
                .filter(file -> !OTHERWISE.containsKey(file.getFileName().toString()));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void looksTheSame(Path file) throws IOException {
        BufferedImage actual = SvgRendering.paint(Files.readAllBytes(file));
        Process process = new ProcessBuilder(
                        "rsvg-convert",
                        "--width=" + actual.getWidth(),
                        "--height=" + actual.getHeight(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedImage expected = ImageIO.read(process.getInputStream());
        assertEquals(expected.getWidth(), actual.getWidth());
        double likeness = SvgRendering.likeness(actual, expected);
        assertTrue(likeness >= LEAST, () -> "only " + likeness + " dB");
    }
}
