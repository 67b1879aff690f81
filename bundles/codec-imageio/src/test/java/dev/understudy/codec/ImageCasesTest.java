package dev.understudy.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.png.PngDecoder;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.FileParts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Image files that have once been read wrongly. In the folder {@code images/cases} each lies beside its right image, made by an
 * independent decoder or computed from the definition of the format: {@code X.expected.png} for {@code X.suffix}. Those in the
 * folders {@code damaged} and {@code unsupported} are refused as such.
 */
class ImageCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/images/cases");
    private static final String EXPECTED = ".expected.png";

    static Stream<Path> rightImages() throws IOException {
        return files(FOLDER);
    }

    static Stream<Path> unsupportedImages() throws IOException {
        return files(FOLDER.resolve("unsupported"));
    }

    static Stream<Path> damagedImages() throws IOException {
        return files(FOLDER.resolve("damaged"));
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rightImages")
    void comesOutAsOtherDecodersHaveIt(Path file) throws Exception {
        String name = file.getFileName().toString();
        Path expected = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + EXPECTED);
        Decoded right = new PngDecoder().decode(source(expected), DecodeRequest.WHOLE);
        Decoded decoded = decoder(file).decode(source(file), DecodeRequest.WHOLE);
        double mostOff = name.endsWith(".jpg") ? 2.0 : 1.0;
        assertSame(right.pixels(), turned(decoded), mostOff);
    }

    /** A part is cut out of the whole, however the file is laid out. */
    @ParameterizedTest
    @MethodSource("rightImages")
    void partsAreTheSameAsInTheWhole(Path file) throws Exception {
        Decoder decoder = decoder(file);
        Pixels whole = decoder.decode(source(file), DecodeRequest.WHOLE).pixels();
        int width = whole.width();
        int height = whole.height();
        for (Region region : List.of(
                new Region(width - 1, height - 1, 1, 1),
                new Region(width / 3, height / 4, width / 2, height / 2),
                new Region(width / 2, 0, width - width / 2, height),
                new Region(0, height / 3, width, height / 3))) {
            FileParts.assertContains(whole, decoder.decode(source(file), new DecodeRequest(region, 1)), region);
        }
    }

    @ParameterizedTest
    @MethodSource("damagedImages")
    void isRefusedAsCorrupt(Path file) throws Exception {
        Decoder decoder = decoder(file);
        ServeException e = assertThrows(ServeException.class, () -> decoder.decode(source(file), DecodeRequest.WHOLE));
        assertEquals(FailureKind.SOURCE_CORRUPT, e.failure().kind(), e.failure().message());
    }

    @ParameterizedTest
    @MethodSource("unsupportedImages")
    void isRefusedAsUnsupported(Path file) throws Exception {
        for (Work work : new Work[] {
            decoder -> decoder.inspect(source(file)), decoder -> decoder.decode(source(file), DecodeRequest.WHOLE)
        }) {
            Decoder decoder = decoder(file);
            ServeException e = assertThrows(ServeException.class, () -> work.on(decoder));
            assertEquals(
                    FailureKind.SOURCE_UNSUPPORTED,
                    e.failure().kind(),
                    e.failure().message());
        }
    }

    private interface Work {
        void on(Decoder decoder) throws Exception;
    }

    private static BytesSource source(Path file) throws IOException {
        return new BytesSource(Files.readAllBytes(file));
    }

    private static Decoder decoder(Path file) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(Files.readAllBytes(file)).slice(0, 64);
        return ShippedCodecs.decoders().stream()
                .filter(decoder -> decoder.recognizes(head))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSame(Pixels right, Pixels pixels, double mostOff) {
        assertEquals(right.width(), pixels.width());
        assertEquals(right.height(), pixels.height());
        for (int band = 0; band < 3; band++) {
            assertSame(plane(right, band), plane(pixels, band), mostOff, "band " + band);
        }
        if (right.alpha() != null) {
            assertSame(right.alpha(), pixels.alpha(), mostOff, "opacity");
        }
    }

    private static Plane plane(Pixels pixels, int band) {
        return pixels.plane(pixels.samples() == Samples.GRAY ? 0 : band);
    }

    private static void assertSame(Plane right, Plane plane, double mostOff, String what) {
        long sum = 0;
        for (int i = 0; i < right.samples().length; i++) {
            sum += Math.abs((right.samples()[i] & 0xff) - (plane.samples()[i] & 0xff));
        }
        double mean = (double) sum / right.samples().length;
        assertTrue(mean <= mostOff, what + " is off by " + mean);
    }

    /** The image upright; of those that need it, there are cases of a quarter turn to the right only. */
    private static Pixels turned(Decoded decoded) {
        ImageInfo info = decoded.info();
        Pixels pixels = PlaneConversions.toRgb(decoded.pixels());
        if (info.orientation() == Orientation.NORMAL) {
            return pixels;
        }
        assertEquals(Orientation.ofExif(6), info.orientation());
        return new Pixels(
                pixels.samples(),
                pixels.planes().stream().map(ImageCasesTest::turned).toList(),
                null,
                null);
    }

    private static Plane turned(Plane plane) {
        Plane turned = Plane.blank(plane.height(), plane.width());
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                turned.samples()[x * plane.height() + plane.height() - 1 - y] = (byte) plane.at(x, y);
            }
        }
        return turned;
    }
}
