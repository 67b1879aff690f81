package dev.understudy.codec.avif;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Pixels;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncoderContract;
import dev.understudy.testkit.codec.TestImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AvifEncoderTest extends EncoderContract {

    AvifEncoderTest() {
        super(
                NativeAvif.codec().encoders().get(0),
                NativeAvif.codec().decoders().get(0),
                new Abilities(16_384, 33, true, true, false));
    }

    @Override
    protected Optional<Pixels> readByAnother(byte[] file) throws Exception {
        return Avifdec.read(file);
    }

    @Test
    void theOtherReaderIsThere() {
        assumeTrue(Avifdec.installed(), "avifdec is not installed: what is written is read by our decoder alone");
    }

    @Test
    void lossless() throws Exception {
        byte[] file = encoder.encode(TestImage.rgba(), options.compressed("lossless"));
        try (BytesSource source = new BytesSource(file)) {
            assertSimilar(
                    TestImage.rgba(),
                    NativeAvif.codec()
                            .decoders()
                            .get(0)
                            .decode(source, DecodeRequest.WHOLE)
                            .pixels(),
                    99);
        }
    }
}
