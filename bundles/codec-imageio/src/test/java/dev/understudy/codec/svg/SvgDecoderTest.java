package dev.understudy.codec.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sound is unsupported; what is not is corrupt. */
class SvgDecoderTest {

    private static final String SVG =
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g><rect width='9' height='9'/></g></svg>";

    private final SvgDecoder decoder = new SvgDecoder();

    private FailureKind kind(byte[] file) {
        assertTrue(decoder.recognizes(ByteBuffer.wrap(file, 0, Math.min(64, file.length))));
        try (BytesSource source = new BytesSource(file)) {
            FailureKind inspected = assertThrows(ServeException.class, () -> decoder.inspect(source, Tolerance.LENIENT))
                    .failure()
                    .kind();
            ServeException decoded =
                    assertThrows(ServeException.class, () -> decoder.decode(source, DecodeRequest.WHOLE));
            assertEquals(inspected, decoded.failure().kind());
            return inspected;
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
                "<?xml version='1.0' encoding='UTF-8' standalone='no'?>\n<!-- Generator: a program that likes long comments -->\n",
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1:9/svg11.dtd'>",
                "<!DOCTYPE svg [<!ENTITY ns 'http://ns.example.com/'>]>",
                "<!DOCTYPE svg [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>"
            })
    void soundFilesAreUnsupported(String start) {
        assertEquals(FailureKind.SVG_UNSUPPORTED, kind(start + SVG));
    }

    @Test
    void otherWaysOfWritingThemToo() throws IOException {
        Charset wide = StandardCharsets.UTF_16LE;
        assertEquals(FailureKind.SVG_UNSUPPORTED, kind(("\ufeff" + SVG).getBytes(wide)));
        assertEquals(
                FailureKind.SVG_UNSUPPORTED, kind("<!-- old --><svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>"));
        assertEquals(FailureKind.SVG_UNSUPPORTED, kind(packed()));
    }

    @Test
    void damagedFilesAreCorrupt() throws IOException {
        assertEquals(FailureKind.SOURCE_CORRUPT, kind(SVG.substring(0, SVG.length() - 3)));
        assertEquals(FailureKind.SOURCE_CORRUPT, kind(SVG.replace("</g>", "")));
        assertEquals(FailureKind.SOURCE_CORRUPT, kind("<?xml version='1.0'?><html/>"));
        assertEquals(FailureKind.SOURCE_CORRUPT, kind("<svg>".repeat(10_000) + "</svg>".repeat(10_000)));
        byte[] packed = packed();
        assertEquals(FailureKind.SOURCE_CORRUPT, kind(Arrays.copyOf(packed, packed.length / 2)));
    }

    @Test
    void entitiesThatMultiplyEndSoon() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'aaaaaaaaaa'>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
        }
        assertEquals(FailureKind.SOURCE_CORRUPT, kind(bomb + "]><svg>&a11;</svg>"));
    }

    @Test
    void nothingElseIsRecognized() {
        assertFalse(decoder.recognizes(ByteBuffer.wrap("<html><svg/></html>".getBytes(StandardCharsets.US_ASCII))));
        assertFalse(decoder.recognizes(ByteBuffer.wrap(new byte[] {0x1f, (byte) 0x8b})));
        assertFalse(decoder.recognizes(ByteBuffer.allocate(0)));
    }

    private static byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(SVG.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
