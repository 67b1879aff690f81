package dev.understudy.codec.webp;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.image.Decoded;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.testkit.codec.DecoderContract;
import dev.understudy.testkit.codec.SampleImages;
import dev.understudy.testkit.codec.TestImage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebpDecoderTest extends DecoderContract {

    WebpDecoderTest() {
        super(new WebpDecoder(new NativeFrameDecoder(Objects.requireNonNull(NativeLibrary.get()))));
    }

    @Override
    protected Stream<String> images() {
        return Stream.of(
                "lossy.webp",
                "lossless.webp",
                "lossy-alpha.webp",
                "lossless-alpha.webp",
                "notes.webp",
                "animated.webp",
                "palette-lossless.webp");
    }

    @Override
    protected Stream<String> salvageable() {
        return Stream.of("lossy.webp", "lossy-alpha.webp", "animated.webp");
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
    void lossyOnesAreLikeThem() throws Exception {
        assertSimilar(TestImage.rgb(), decode("lossy.webp").pixels(), 33);
        Pixels pixels = decode("lossy-alpha.webp").pixels();
        assertSimilar(TestImage.rgba().alpha(), pixels.alpha(), 60);
    }

    @Test
    void theFirstFrameIsTheImage() throws Exception {
        Pixels pixels = decode("animated.webp").pixels();
        assertSimilar(TestImage.rgba().alpha(), pixels.alpha(), 99);
        assertEquals(TestImage.red(30, 5), pixels.plane(0).at(30, 5));
    }

    @Test
    void notesAreRead() throws Exception {
        Decoded decoded = decode("notes.webp");
        assertEquals(Orientation.ROTATED_90, decoded.info().orientation());
        assertEquals(300, decoded.info().resolution());
        assertEquals('a', decoded.pixels().profile().bytes()[36], "the mark of a profile");
    }

    @Test
    void anImpossibleSizeIsRefusedBeforeMemoryIsReserved() {
        byte[] file = TestImage.file("lossless.webp");
        file[21] = (byte) 0xff; // 16,384 columns
        file[22] |= 0x3f;
        assertFails(file);
        byte[] larger = TestImage.file("lossless.webp");
        larger[21] = (byte) 0xff;
        larger[22] = (byte) 0xff;
        larger[23] = (byte) 0xff; // and as many rows
        larger[24] = 0x0f;
        assertFails(larger);
    }
}
