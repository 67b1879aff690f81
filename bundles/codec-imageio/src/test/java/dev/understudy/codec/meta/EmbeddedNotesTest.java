package dev.understudy.codec.meta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.ShippedCodecs;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.image.Embedded;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.EmbeddedPath.Combination;
import dev.understudy.image.EmbeddedPath.Knot;
import dev.understudy.image.EmbeddedPath.Subpath;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Xmp;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * XMP and paths of all formats. The files were written by exiftool and ImageMagick, which read the paths as they are expected here.
 */
class EmbeddedNotesTest {

    private static final List<Decoder> DECODERS = ShippedCodecs.decoders();

    private static final String PACKET = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
            + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>%s</rdf:RDF></x:xmpmeta>";

    private static final double ARM = 0.5522847498 / 8;

    private static final Subpath SQUARE = new Subpath(
            true,
            Combination.UNITE,
            List.of(
                    Knot.corner(0.25, 0.25),
                    Knot.corner(0.75, 0.25),
                    Knot.corner(0.75, 0.75),
                    Knot.corner(0.25, 0.75)));

    private static final Subpath HOLE = new Subpath(
            true,
            Combination.SUBTRACT,
            List.of(
                    new Knot(0.5 - ARM, 0.375, 0.5, 0.375, 0.5 + ARM, 0.375),
                    new Knot(0.625, 0.5 - ARM, 0.625, 0.5, 0.625, 0.5 + ARM),
                    new Knot(0.5 + ARM, 0.625, 0.5, 0.625, 0.5 - ARM, 0.625),
                    new Knot(0.375, 0.5 + ARM, 0.375, 0.5, 0.375, 0.5 - ARM)));

    private static final Subpath LINE = new Subpath(
            false, Combination.EXCLUDE, List.of(Knot.corner(0, 0), Knot.corner(1, 0.5), Knot.corner(-0.5, 1.25)));

    private static final List<EmbeddedPath> PATHS = List.of(
            new EmbeddedPath("Square", false, List.of(SQUARE)),
            new EmbeddedPath("Ring", true, List.of(SQUARE, HOLE)),
            new EmbeddedPath("Open line", false, List.of(LINE)),
            new EmbeddedPath(PathReader.WORK_PATH, false, List.of(SQUARE)));

    private final List<String> faults = new ArrayList<>();

    private static Decoder decoder(byte[] file) {
        return DECODERS.stream()
                .filter(decoder -> decoder.recognizes(ByteBuffer.wrap(file, 0, 64)))
                .findFirst()
                .orElseThrow();
    }

    private static Xmp xmp(byte[] file) throws ServeException {
        return decoder(file).xmp(new BytesSource(file));
    }

    private static List<EmbeddedPath> paths(byte[] file) throws ServeException {
        return decoder(file).paths(new BytesSource(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noted.jpg", "noted.tif", "noted.png", "noted.gif", "noted.webp"})
    void xmpIsHandedOnAsItIs(String name) throws Exception {
        Xmp xmp = xmp(TestImage.file(name));
        String text = new String(xmp.bytes(), UTF_8);
        assertTrue(text.startsWith("<?xpacket begin="), text);
        assertTrue(text.contains("Grüne Mütze"), text);
        assertTrue(text.stripTrailing().matches("(?s).*<\\?xpacket end=['\"][rw]['\"]\\?>"), text);
    }

    @Test
    void bothPartsOfLongXmpAreOne() throws Exception {
        String text = new String(xmp(TestImage.file("extended-xmp.jpg")).bytes(), UTF_8);
        assertTrue(text.contains("Grüne Mütze"), text);
        assertTrue(text.contains("<ex:long>" + "0123456789".repeat(20) + "</ex:long>"), text);
        assertFalse(text.contains("HasExtendedXMP"), text);
    }

    @Test
    void aSecondPartThatIsNotAllThereIsLeftOut() throws Exception {
        String file = new String(TestImage.file("extended-xmp.jpg"), ISO_8859_1);
        byte[] damaged = file.replace("xmp/extension/\0", "xmp/extensiom/\0").getBytes(ISO_8859_1);
        String text = new String(xmp(damaged).bytes(), UTF_8);
        assertTrue(text.contains("Grüne Mütze"), text);
        assertFalse(text.contains("ex:long"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noted.jpg", "noted.tif"})
    void pathsAreRead(String name) throws Exception {
        List<EmbeddedPath> paths = paths(TestImage.file(name));
        assertSimilar(PATHS, paths);
    }

    @ParameterizedTest
    @ValueSource(strings = {"420.jpg", "raw.tif", "rgb.png", "still.gif", "lossy.webp", "rgb.bmp"})
    void filesWithoutNotesHaveNone(String name) throws Exception {
        assertNull(xmp(TestImage.file(name)));
        assertEquals(List.of(), paths(TestImage.file(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noted.jpg", "extended-xmp.jpg", "noted.tif", "noted.png", "noted.gif", "noted.webp"})
    void damageToNotesIsForgiven(String name) throws Exception {
        byte[] file = TestImage.file(name);
        Decoder decoder = decoder(file);
        for (int i = 64; i < file.length; i += 11) {
            byte[] damaged = file.clone();
            damaged[i] ^= (byte) 0x55;
            decoder.xmp(new BytesSource(damaged));
            decoder.paths(new BytesSource(damaged));
            decoder.xmp(new BytesSource(Arrays.copyOf(file, i)));
            decoder.paths(new BytesSource(Arrays.copyOf(file, i)));
        }
        String text = new String(file, ISO_8859_1);
        byte[] unsound =
                text.replace("<rdf:RDF", "<rdf:RDX").replace("8BIM", "8BAM").getBytes(ISO_8859_1);
        if (!name.endsWith(".png")) { // whose chunk has a sum, which the pixels do not depend on
            decoder.decode(new BytesSource(unsound), DecodeRequest.WHOLE);
        }
        assertNull(decoder.xmp(new BytesSource(unsound)));
        assertEquals(List.of(), decoder.paths(new BytesSource(unsound)));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        byte[] resources = PathWriter.write(PATHS);
        assertSimilar(PATHS, PathReader.read(PhotoshopResources.read(resources), faults::add));
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "pjpeg", "tif", "tif-alpha"})
    void filesCarryWhatTheyAreGiven(String format) throws Exception {
        Xmp packet = new Xmp(PACKET.formatted("<!-- Grün -->").getBytes(UTF_8));
        byte[] file = written(format, packet);
        assertEquals(packet, xmp(file));
        assertSimilar(PATHS, paths(file));
    }

    @Test
    void longXmpTakesSeveralSegments() throws Exception {
        String text = "0123456789".repeat(20_000);
        Xmp packet =
                new Xmp(PACKET.formatted("<rdf:Description rdf:about='' xmlns:ex='urn:ex' ex:long='" + text + "'/>")
                        .getBytes(UTF_8));
        assertTrue(new String(xmp(written("jpeg", packet)).bytes(), UTF_8).contains("ex:long=\"" + text + "\""));
        assertEquals(packet, xmp(written("tif", packet)));
    }

    private static byte[] written(String format, Xmp packet) throws ServeException {
        for (Encoder encoder : ShippedCodecs.encoders()) {
            for (OutputFormat output : encoder.formats()) {
                if (output.name().equals(format)) {
                    assertTrue(output.heeds(FormatOption.XMP) && output.heeds(FormatOption.PATHS));
                    Embedded embedded = Embedded.NOTHING.withXmp(packet).withPaths(PATHS);
                    EncodeOptions options =
                            EncodeOptions.of(output, output.compressions().get(0));
                    return encoder.encode(TestImage.rgb(), options.withEmbedded(embedded));
                }
            }
        }
        throw new AssertionError(format);
    }

    @Test
    void coordinatesThatCannotBeWrittenAreAsFarAsCanBe() {
        Subpath far = new Subpath(true, Combination.UNITE, List.of(Knot.corner(-1e9, 500), Knot.corner(1e9, -500)));
        byte[] resources = PathWriter.write(List.of(new EmbeddedPath("far", false, List.of(far))));
        List<Knot> knots = PathReader.read(PhotoshopResources.read(resources), faults::add)
                .get(0)
                .subpaths()
                .get(0)
                .knots();
        assertEquals(List.of(Knot.corner(-127, 127), Knot.corner(127, -127)), knots);
    }

    @Test
    void aPathThatIsCutShortIsLeftOutAndTold() {
        byte[] resources = PathWriter.write(PATHS.subList(0, 1));
        resources[5] = 1; // no other block
        byte[] cut = resources.clone();
        ByteBuffer.wrap(cut).putInt(14, 26 * 5).put(5, (byte) (2000 & 0xff));
        assertEquals(List.of(), PathReader.read(PhotoshopResources.read(cut), faults::add));
        assertEquals(List.of("a path that cannot be read: it is cut short"), faults);
    }

    @Test
    void morePointsThanAnybodyDrawsAreLeftOut() {
        List<Knot> knots = Collections.nCopies(60_000, Knot.corner(0, 0));
        EmbeddedPath path = new EmbeddedPath("many", false, List.of(new Subpath(true, Combination.UNITE, knots)));
        byte[] resources = PathWriter.write(List.of(path, path));
        assertEquals(
                1,
                PathReader.read(PhotoshopResources.read(resources), faults::add).size());
        assertEquals(List.of("a path that cannot be read: more than 100000 knots"), faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html xmlns='http://www.w3.org/1999/xhtml'/>",
                "<rdf:RDF xmlns:rdf='http://example.com/'/>",
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rdf:RDF"
                        + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>&a;</rdf:RDF>",
                "<?xml-stylesheet href='a.xsl'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>",
                ""
            })
    void whatIsNoSoundXmpIsRefused(String packet) {
        assertThrows(DamagedException.class, () -> XmpPacket.of(packet.getBytes(UTF_8)));
    }

    @Test
    void whatBrowsersRunIsRefused() {
        String script = PACKET.formatted("<s:script xmlns:s='http://www.w3.org/1999/xhtml'>alert(1)</s:script>");
        assertThrows(DamagedException.class, () -> XmpPacket.of(script.getBytes(UTF_8)));
        String deep = PACKET.formatted("<a>".repeat(5000) + "</a>".repeat(5000));
        assertThrows(DamagedException.class, () -> XmpPacket.of(deep.getBytes(UTF_8)));
    }

    @Test
    void otherEncodingsBecomeUtf8() throws Exception {
        String packet = PACKET.formatted("<!-- ü -->");
        assertArrayEquals(
                packet.getBytes(UTF_8), XmpPacket.of(packet.getBytes(UTF_16LE)).bytes());
        assertArrayEquals(
                packet.getBytes(UTF_8),
                XmpPacket.of((packet + "\0\0").getBytes(UTF_8)).bytes());
    }

    private static void assertSimilar(List<EmbeddedPath> expected, List<EmbeddedPath> actual) {
        assertEquals(rounded(expected), rounded(actual));
    }

    private static List<EmbeddedPath> rounded(List<EmbeddedPath> paths) {
        return paths.stream()
                .map(path -> new EmbeddedPath(
                        path.name(),
                        path.clipping(),
                        path.subpaths().stream().map(EmbeddedNotesTest::rounded).toList()))
                .toList();
    }

    private static Subpath rounded(Subpath subpath) {
        return new Subpath(
                subpath.closed(),
                subpath.combination(),
                subpath.knots().stream()
                        .map(knot -> new Knot(
                                rounded(knot.beforeX()),
                                rounded(knot.beforeY()),
                                rounded(knot.x()),
                                rounded(knot.y()),
                                rounded(knot.afterX()),
                                rounded(knot.afterY())))
                        .toList());
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6 + 0.0;
    }
}
