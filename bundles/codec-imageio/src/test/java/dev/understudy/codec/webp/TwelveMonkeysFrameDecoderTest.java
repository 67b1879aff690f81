package dev.understudy.codec.webp;

import static dev.understudy.codec.TestPicture.assertSimilar;

import dev.understudy.codec.DecoderContract;
import dev.understudy.codec.TestPicture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The decoder for systems without native code; lossless is exact, lossy only near. */
class TwelveMonkeysFrameDecoderTest extends DecoderContract {

    TwelveMonkeysFrameDecoderTest() {
        super(new WebpDecoder(new TwelveMonkeysFrameDecoder()));
    }

    @Override
    protected Stream<String> pictures() {
        return Stream.of("lossy.webp", "lossless.webp", "lossless-alpha.webp", "notes.webp", "palette-lossless.webp");
    }

    @Override
    protected Stream<String> salvageable() {
        return Stream.of("lossy.webp");
    }

    @Override
    protected Stream<String> samples() {
        return Stream.of("gallery/brook.webp");
    }

    @Test
    void losslessSamplesComeOutAsTheyAre() throws Exception {
        assertSimilar(TestPicture.rgb(), decode("lossless.webp").pixels(), 99);
        assertSimilar(TestPicture.rgba(), decode("lossless-alpha.webp").pixels(), 99);
    }

    @Test
    void lossyOnesAreNearThem() throws Exception {
        assertSimilar(TestPicture.rgb(), decode("lossy.webp").pixels(), 20);
    }
}
