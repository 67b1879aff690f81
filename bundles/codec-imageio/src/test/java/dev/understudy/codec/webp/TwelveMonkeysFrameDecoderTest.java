package dev.understudy.codec.webp;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;

import dev.understudy.testkit.codec.DecoderContract;
import dev.understudy.testkit.codec.SampleImages;
import dev.understudy.testkit.codec.TestImage;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The decoder for systems without native code; lossless is exact, lossy only near. */
class TwelveMonkeysFrameDecoderTest extends DecoderContract {

    TwelveMonkeysFrameDecoderTest() {
        super(new WebpDecoder(new TwelveMonkeysFrameDecoder()));
    }

    @Override
    protected Stream<String> images() {
        return Stream.of("lossy.webp", "lossless.webp", "lossless-alpha.webp", "notes.webp", "palette-lossless.webp");
    }

    @Override
    protected Stream<String> salvageable() {
        return Stream.of("lossy.webp");
    }

    @Override
    protected Stream<Path> photographs() {
        return SampleImages.paths("gallery/brook.webp");
    }

    @Test
    void losslessSamplesComeOutAsTheyAre() throws Exception {
        assertSimilar(TestImage.rgb(), decode("lossless.webp").pixels(), 99);
        assertSimilar(TestImage.rgba(), decode("lossless-alpha.webp").pixels(), 99);
    }

    @Test
    void lossyOnesAreNearThem() throws Exception {
        assertSimilar(TestImage.rgb(), decode("lossy.webp").pixels(), 20);
    }
}
