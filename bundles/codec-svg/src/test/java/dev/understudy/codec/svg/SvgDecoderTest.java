package dev.understudy.codec.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgDecoderTest {

    private static final String SVG =
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g><rect width='4' height='9'"
                    + " fill='#c82828'/></g></svg>";

    private final SvgDecoder decoder = SvgRendering.decoder(SvgSettings.DEFAULT);

    private Decoded decode(byte[] file, DecodeRequest request) throws ServeException {
        assertTrue(decoder.recognizes(ByteBuffer.wrap(file, 0, Math.min(64, file.length))));
        try (BytesSource source = new BytesSource(file)) {
            Decoded decoded = decoder.decode(source, request);
            assertEquals(decoder.inspect(source), decoded.info());
            return decoded;
        }
    }

    private Decoded decode(String file) throws ServeException {
        return decode(file.getBytes(StandardCharsets.UTF_8), DecodeRequest.WHOLE);
    }

    private FailureKind kind(byte[] file) {
        try (BytesSource source = new BytesSource(file)) {
            return assertThrows(
                            ServeException.class,
                            () -> decoder.decode(source, DecodeRequest.WHOLE.with(Tolerance.LENIENT)))
                    .failure()
                    .kind();
        }
    }

    private FailureKind kind(String file) {
        return kind(file.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n  ",
                "\ufeff",
                "<?xml version='1.0' encoding='UTF-8' standalone='no'?>\n"
                        + "<!-- Generator: a program that likes long comments -->\n",
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1:9/svg11.dtd'>",
                "<!DOCTYPE svg [<!ENTITY ns 'http://ns.example.com/'>]>",
                "<!DOCTYPE svg [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>"
            })
    void paintsWhateverStandsBefore(String start) throws ServeException {
        Decoded decoded = decode(start + SVG);
        assertEquals(new ImageInfo("svg", 9, 9, Orientation.NORMAL, Samples.RGB, 8, true, false, 0), decoded.info());
        assertEquals(0xc8, decoded.pixels().plane(0).at(2, 5));
        assertEquals(0x28, decoded.pixels().plane(2).at(2, 5));
        assertEquals(255, decoded.pixels().alpha().at(2, 5));
        assertEquals(0, decoded.pixels().alpha().at(6, 5));
    }

    @Test
    void otherWaysOfWritingThemToo() throws IOException, ServeException {
        Charset wide = StandardCharsets.UTF_16LE;
        assertEquals(
                9,
                decode(("\ufeff" + SVG).getBytes(wide), DecodeRequest.WHOLE)
                        .info()
                        .width());
        assertEquals(
                7,
                decode("<!-- old --><s:svg xmlns:s='http://www.w3.org/2000/svg' width='7' height='3'/>")
                        .info()
                        .width());
        assertEquals(9, decode(packed(), DecodeRequest.WHOLE).info().width());
    }

    @Test
    void entitiesOfTheFileItselfAreKnown() throws ServeException {
        String start = "<!DOCTYPE svg [<!ENTITY red '#c82828'>]>";
        Decoded decoded = decode(start + SVG.replace("#c82828", "&red;"));
        assertEquals(0xc8, decoded.pixels().plane(0).at(2, 5));
    }

    @Test
    void aPartIsThatPartOfTheWhole() throws ServeException {
        Region region = new Region(3, 2, 4, 5);
        byte[] file = SVG.getBytes(StandardCharsets.UTF_8);
        Decoded part = decode(file, new DecodeRequest(region, 8));
        assertEquals(region, part.region());
        assertEquals(1, part.reduction());
        assertEquals(255, part.pixels().alpha().at(0, 0));
        assertEquals(0, part.pixels().alpha().at(1, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "width='10' height='20', 10, 20",
        "width='10px' height='1in', 10, 96",
        "width='25.4mm' height='2.54cm', 96, 96",
        "width='72pt' height='6pc', 96, 96",
        "width='1em' height='2em' viewBox='0 0 5 5', 16, 32",
        "viewBox='5 5 30 40', 30, 40",
        "viewBox='5 5 30 40' width='60', 60, 80",
        "viewBox='5 5 30 40' height='20', 15, 20",
        "viewBox='0 0 30 40' width='100%' height='100%', 30, 40",
        "width='10.4' height='10.6', 10, 11",
        "width='0.2' height='3', 1, 3",
        "width='5' height='5' style='width:7px;height:8px', 7, 8"
    })
    void theSizeIsThatOfTheRoot(String attributes, int width, int height) throws ServeException {
        ImageInfo info = decode("<svg xmlns='http://www.w3.org/2000/svg' " + attributes + "/>")
                .info();
        assertEquals(width, info.width());
        assertEquals(height, info.height());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "width='5'", "width='100%' height='100%'", "width='-3' height='5'", "width='5vw' height='5'"
            })
    void aSizeThatIsNotToldIsRefused(String attributes) {
        assertEquals(FailureKind.SVG_UNSUPPORTED, kind("<svg xmlns='http://www.w3.org/2000/svg' " + attributes + "/>"));
    }

    @Test
    void sizesHaveEnds() {
        assertEquals(FailureKind.SOURCE_CORRUPT, kind("<svg width='0' height='4'/>"));
        assertEquals(FailureKind.SIZE_LIMIT, kind("<svg width='1000000' height='1000000'/>"));
        assertEquals(FailureKind.SVG_UNSUPPORTED, kind("<svg width='1e9' height='1e9'/>"));
        assertEquals(FailureKind.SVG_UNSUPPORTED, kind("<svg width='NaN' height='4'/>"));
    }

    @Test
    void filesAreAsLargeAsTheSettingHasIt() throws ServeException {
        String file = "<svg xmlns='http://www.w3.org/2000/svg' width='2' height='2'>" + " ".repeat(1500) + "</svg>";
        SvgDecoder strict = SvgRendering.decoder(new SvgSettings(Optional.empty(), 1));
        try (BytesSource source = new BytesSource(file.getBytes(StandardCharsets.UTF_8))) {
            ServeException refused =
                    assertThrows(ServeException.class, () -> strict.decode(source, DecodeRequest.WHOLE));
            assertEquals(FailureKind.SVG_UNSUPPORTED, refused.failure().kind());
            assertTrue(refused.getMessage().contains("more than 1 kB"), refused.getMessage());
        }
        assertEquals(2, decode(file).info().width());
    }

    @Test
    void damagedFilesAreCorrupt() throws IOException {
        assertEquals(FailureKind.SOURCE_CORRUPT, kind(SVG.substring(0, SVG.length() - 3)));
        assertEquals(FailureKind.SOURCE_CORRUPT, kind(SVG.replace("</g>", "")));
        assertEquals(FailureKind.SOURCE_CORRUPT, kind("<?xml version='1.0'?><html/>"));
        assertEquals(FailureKind.SOURCE_CORRUPT, kind(""));
        byte[] packed = packed();
        assertEquals(FailureKind.SOURCE_CORRUPT, kind(Arrays.copyOf(packed, packed.length / 2)));
        for (int length = 0; length < SVG.length(); length++) {
            String cut = SVG.substring(0, length);
            assertEquals(FailureKind.SOURCE_CORRUPT, kind(cut), cut);
        }
    }

    @Test
    void layersAreInTheEstimateOfMemory() throws ServeException {
        String layers = "<g opacity='.9'>".repeat(4) + "<rect width='900' height='900'/>" + "</g>".repeat(4);
        ImageInfo info =
                decode("<svg width='900' height='900'>" + layers + "</svg>").info();
        assertTrue(decoder.memory(info, DecodeRequest.WHOLE) > 900 * 900 * 4L * (5 + 1));
    }

    @Test
    void nothingElseIsRecognized() {
        assertFalse(decoder.recognizes(ByteBuffer.wrap("<html><svg/></html>".getBytes(StandardCharsets.US_ASCII))));
        assertFalse(decoder.recognizes(ByteBuffer.wrap(new byte[] {0x1f, (byte) 0x8b})));
        assertFalse(decoder.recognizes(ByteBuffer.allocate(0)));
    }

    @Test
    void workForARequestThatWasGivenUpEnds() {
        String many = "<svg width='900' height='900'>"
                + "<circle r='900' opacity='.9' stroke='red' stroke-width='9'/>".repeat(5_000) + "</svg>";
        assertTimeout(Duration.ofSeconds(20), () -> {
            Thread.currentThread().interrupt();
            assertEquals(FailureKind.SERVER_OVERLOADED, kind(many));
            assertTrue(Thread.interrupted());
        });
    }

    private static byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(SVG.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
