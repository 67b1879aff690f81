package dev.understudy.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.image.Pixels;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.FuzzedFile;
import dev.understudy.testkit.codec.ManyParts;
import dev.understudy.testkit.codec.TestImage;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of very many parts: what is read of one grows with its length, not with the square of that, whether its image is
 * decoded or only inspected. The processor's time for all ways of decoding is bounded by {@link FuzzedFile}.
 */
class ManyPartsTest {

    private static final int MANY = 100_000;
    /** How often each byte may be read: twice by the walk through the parts, twice by the library, and some once more. */
    private static final int MOST_READS_OF_A_BYTE = 5;

    private static final int BUFFER = 1 << 16;

    private enum Kind {
        PNG(ManyParts::ofPng),
        JPEG(ManyParts::ofJpeg),
        GIF(ManyParts::ofGif),
        WEBP(ManyParts::ofWebp),
        BMP(ManyParts::ofBitmap);

        private final BiFunction<byte[], Integer, List<ManyParts>> files;

        Kind(BiFunction<byte[], Integer, List<ManyParts>> files) {
            this.files = files;
        }

        Decoder decoder() {
            return ShippedCodecs.decoders().stream()
                    .filter(decoder -> decoder.format().equalsIgnoreCase(name()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PNG, rgb.png",
        "JPEG, 420.jpg",
        "JPEG, progressive.jpg",
        "GIF, still.gif",
        "WEBP, notes.webp",
        "WEBP, animated.webp",
        "BMP, rle8.bmp"
    })
    void eachPartIsReadOnce(Kind kind, String sound) throws ServeException {
        byte[] original = TestImage.file(sound);
        Decoder decoder = kind.decoder();
        Pixels expected =
                decoder.decode(new BytesSource(original), DecodeRequest.WHOLE).pixels();
        for (ManyParts file : kind.files.apply(original, MANY)) {
            BytesSource source = new BytesSource(file.bytes());
            decoder.inspect(source);
            assertReads(file, source, "inspect " + file.name());
            assertSame(expected, decoder.decode(source, DecodeRequest.WHOLE).pixels(), file.name());
            assertReads(file, source, "inspect and decode " + file.name());
            FuzzedFile.check(decoder, file.bytes());
        }
    }

    private static void assertSame(Pixels expected, Pixels actual, String file) {
        assertEquals(expected.samples(), actual.samples());
        for (int i = 0; i < expected.planes().size(); i++) {
            assertArrayEquals(expected.plane(i).samples(), actual.plane(i).samples(), file);
        }
    }

    private static void assertReads(ManyParts file, BytesSource source, String what) {
        long most = MOST_READS_OF_A_BYTE * (long) (file.bytes().length + BUFFER);
        assertTrue(source.bytesRead() <= most, () -> what + ": " + source.bytesRead() + " bytes for " + most);
    }
}
