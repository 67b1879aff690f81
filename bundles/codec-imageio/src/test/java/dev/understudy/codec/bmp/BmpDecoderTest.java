package dev.understudy.codec.bmp;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Plane;
import dev.understudy.testkit.codec.DecoderContract;
import dev.understudy.testkit.codec.SampleImages;
import dev.understudy.testkit.codec.TestImage;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BmpDecoderTest extends DecoderContract {

    BmpDecoderTest() {
        super(new BmpDecoder());
    }

    @Override
    protected Stream<String> images() {
        return Stream.of(
                "rgb.bmp",
                "rgba.bmp",
                "alpha.bmp",
                "alpha16.bmp",
                "555.bmp",
                "rle8.bmp",
                "palette.bmp",
                "bilevel.bmp",
                "gray.bmp");
    }

    @Override
    protected Stream<String> salvageable() {
        return Stream.of("rgb.bmp", "rgba.bmp", "alpha.bmp", "555.bmp", "rle8.bmp", "gray.bmp", "palette.bmp");
    }

    @Override
    protected Stream<Path> photographs() {
        return SampleImages.paths("shop/swatch-red.bmp");
    }

    @Test
    void samplesComeOutAsTheyAre() throws Exception {
        assertSimilar(TestImage.rgb(), decode("rgb.bmp").pixels(), 99);
        assertSimilar(TestImage.rgba(), decode("alpha.bmp").pixels(), 99);
        assertSimilar(TestImage.rgb(), decode("555.bmp").pixels(), 35);
        assertEquals(96, decode("rgb.bmp").info().resolution(), 0.05);
    }

    @Test
    void palettesBecomeColors() throws Exception {
        assertSimilar(TestImage.rgb(), decode("palette.bmp").pixels(), 20);
        for (Plane plane : decode("gray.bmp").pixels().planes()) {
            assertSimilar(TestImage.gray().plane(0), plane, 99);
        }
    }

    @Test
    void aFourthByteWithoutAMaskIsNoAlpha() throws Exception {
        assertSimilar(TestImage.rgb(), decode("rgba.bmp").pixels(), 99);
    }

    @Test
    void runsAreReadToTheirEnd() throws Exception {
        assertSimilar(TestImage.gray().plane(0), decode("rle8.bmp").pixels().plane(0), 20);
    }

    @Test
    void aCompressionThatIsNotSupportedFails() {
        byte[] file = TestImage.file("rgb.bmp");
        file[30] = 4; // a JPEG inside
        ServeException e = assertThrows(ServeException.class, () -> decode(file));
        assertEquals(FailureKind.SOURCE_UNSUPPORTED, e.failure().kind());
    }
}
