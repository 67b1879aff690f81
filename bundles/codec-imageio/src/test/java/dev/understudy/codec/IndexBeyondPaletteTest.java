package dev.understudy.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.Tolerance;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An index without a color, as a flipped bit makes it: each program shows another color, so that no image is the right one. */
class IndexBeyondPaletteTest {

    @ParameterizedTest
    @CsvSource({"png, index-beyond-palette.png", "gif, index-beyond-palette.gif", "bmp, index-beyond-palette.bmp"})
    void theFileIsDamaged(String format, String name) throws Exception {
        ServeException thrown = assertThrows(ServeException.class, () -> decode(format, name, Tolerance.STRICT));
        assertEquals(FailureKind.SOURCE_CORRUPT, thrown.failure().kind());
        assertTrue(thrown.failure().message().contains("in a palette of"), thrown.failure()::message);
        assertNotNull(decode(format, name, Tolerance.LENIENT).damage());
    }

    private static Decoded decode(String format, String name, Tolerance tolerance) throws ServeException {
        Decoder decoder = ShippedCodecs.decoders().stream()
                .filter(each -> each.format().equals(format))
                .findFirst()
                .orElseThrow();
        try (BytesSource source = new BytesSource(TestImage.file(name))) {
            return decoder.decode(source, new DecodeRequest(null, 1, tolerance));
        }
    }
}
