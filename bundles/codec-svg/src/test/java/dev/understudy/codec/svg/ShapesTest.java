package dev.understudy.codec.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of the folder {@code shapes} beside the image that somebody has looked at. */
class ShapesTest {

    /** Rasterizers of different JDKs differ by a level or two at edges. */
    private static final double LEAST = 45;

    static Stream<Path> shapes() {
        return SvgRendering.shapes().stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void looksAsItDid(Path file) throws IOException {
        BufferedImage actual = SvgRendering.paint(Files.readAllBytes(file));
        String name = file.getFileName().toString().replace(".svg", ".png");
        if (System.getProperty("golden.accept") != null) {
            write(actual, Path.of("src/test/resources/shapes", name));
            return;
        }
        BufferedImage golden = ImageIO.read(file.resolveSibling(name).toFile());
        assertEquals(golden.getWidth(), actual.getWidth());
        assertEquals(golden.getHeight(), actual.getHeight());
        double likeness = SvgRendering.likeness(actual, golden);
        if (likeness < LEAST) {
            write(actual, Path.of("target/shapes", name));
        }
        assertTrue(likeness >= LEAST, () -> "only " + likeness + " dB; the image is in target/shapes");
    }

    private static void write(BufferedImage image, Path path) throws IOException {
        File file = path.toFile();
        Files.createDirectories(path.getParent());
        assertTrue(ImageIO.write(image, "png", file));
    }
}
