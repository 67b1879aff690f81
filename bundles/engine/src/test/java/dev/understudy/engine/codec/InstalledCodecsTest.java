package dev.understudy.engine.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.command.FormatChoice;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstalledCodecsTest {

    private static final OutputFormat PNG = OutputFormat.of("png", "image/png");
    private static final OutputFormat PPM =
            OutputFormat.of("ppm", "image/x-portable-pixmap").withAlias("pnm");

    @Test
    void whatComesAndGoesIsNamedAndIsNot() throws ServeException {
        Codec shipped = new TestCodec(PNG);
        FormatChoice choice = new FormatChoice("pnm", null, "");
        OutputFormats with = formats(shipped, new TestCodec(PPM));
        assertEquals(PPM, with.resolve(choice).format());
        assertTrue(told(with, "bmp").contains("one of png, ppm, then"));
        OutputFormats without = formats(shipped);
        assertEquals(FailureKind.PARAMETER_INVALID, failure(without, choice).kind());
        assertTrue(told(without, "pnm").contains("one of png, then"));
    }

    @Test
    void aFormatOfTheReferenceIsUnsupportedUntilSomebodyWritesIt() throws ServeException {
        FormatChoice choice = new FormatChoice("avif", null, "");
        assertEquals(
                FailureKind.REQUEST_UNSUPPORTED,
                failure(formats(new TestCodec(PNG)), choice).kind());
        OutputFormat avif = OutputFormat.of("avif", "image/avif");
        assertEquals(
                avif,
                formats(new TestCodec(PNG), new TestCodec(avif)).resolve(choice).format());
    }

    @Test
    void theFirstToWriteAFormatHasIt() throws ServeException {
        TestCodec first = new TestCodec(PNG);
        TestCodec second = new TestCodec(PNG, PPM.withAlias("png"));
        OutputFormats formats = formats(first, second);
        assertSame(first.encoder(), formats.writer("png").encoder());
        assertSame(second.encoder(), formats.writer("ppm").encoder());
        assertSame(second.encoder(), formats(second, first).writer("png").encoder());
        assertThrows(ServeException.class, () -> formats.writer("pnm"), "another spelling is no name");
    }

    @Test
    void aCodecThatFailsIsLeftOutWhole() throws ServeException {
        Codec broken = new TestCodec(PPM) {
            @Override
            public List<Decoder> decoders() {
                throw new NoSuchMethodError("of another version");
            }
        };
        Codec empty = new TestCodec() {
            @Override
            public List<Encoder> encoders() {
                throw new IllegalStateException();
            }
        };
        OutputFormats formats = formats(broken, empty, new TestCodec(PNG));
        assertEquals(PNG, formats.writer("png").format());
        assertThrows(ServeException.class, () -> formats.writer("ppm"));
    }

    private static OutputFormats formats(Codec... codecs) {
        return TestCodecs.of(codecs).formats();
    }

    private static Failure failure(OutputFormats formats, FormatChoice choice) {
        return assertThrows(ServeException.class, () -> formats.resolve(choice)).failure();
    }

    private static String told(OutputFormats formats, String name) {
        return failure(formats, new FormatChoice(name, null, "")).message();
    }

    private static class TestCodec implements Codec {
        private final TestEncoder encoder;

        TestCodec(OutputFormat... formats) {
            encoder = new TestEncoder(List.of(formats));
        }

        Encoder encoder() {
            return encoder;
        }

        @Override
        public List<Decoder> decoders() {
            return List.of();
        }

        @Override
        public List<Encoder> encoders() {
            return List.of(encoder);
        }
    }

    /** A class, since two encoders of the same formats are not the same. */
    private static final class TestEncoder implements Encoder {
        private final List<OutputFormat> formats;

        TestEncoder(List<OutputFormat> formats) {
            this.formats = formats;
        }

        @Override
        public List<OutputFormat> formats() {
            return formats;
        }

        @Override
        public byte[] encode(Pixels pixels, EncodeOptions options) {
            throw new AssertionError("nothing is written here");
        }
    }
}
