package dev.understudy.codec.avif;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;
import dev.understudy.testkit.codec.DecoderContract;
import dev.understudy.testkit.codec.TestImage;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that libavif has written. */
class AvifDecoderTest extends DecoderContract {

    AvifDecoderTest() {
        super(NativeAvif.codec().decoders().get(0));
    }

    @Override
    protected Stream<String> images() {
        return Stream.of(
                "420.avif",
                "422.avif",
                "444.avif",
                "gray.avif",
                "420-10bit.avif",
                "422-12bit.avif",
                "709-limited-10bit.avif",
                "limited.avif",
                "lossless.avif",
                "alpha.avif",
                "multiplied.avif",
                "alpha-10bit.avif",
                "gray-12bit.avif",
                "profile.avif",
                "rotated.avif",
                "mirrored.avif",
                "turned.avif");
    }

    @Override
    protected Stream<String> salvageable() {
        return Stream.of();
    }

    @Override
    protected Stream<Path> photographs() {
        return Stream.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "420.avif",
                "422.avif",
                "444.avif",
                "420-10bit.avif",
                "422-12bit.avif",
                "709-limited-10bit.avif",
                "limited.avif",
                "profile.avif"
            })
    void lossyOnesAreLikeTheImage(String name) throws Exception {
        assertSimilar(
                TestImage.rgb(), PlaneConversions.toRgb(decode(name).pixels()).withProfile(null), 36);
    }

    @Test
    void losslessSamplesComeOutAsTheyAre() throws Exception {
        assertSimilar(TestImage.rgb(), decode("lossless.avif").pixels(), 99);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha.avif", "multiplied.avif", "alpha-10bit.avif"})
    void opacityIsRead(String name) throws Exception {
        Pixels pixels = decode(name).pixels();
        assertEquals(Samples.RGB, pixels.samples());
        assertSimilar(TestImage.rgba().alpha(), pixels.alpha(), name.contains("10") ? 40 : 99);
        assertSimilar(TestImage.rgb().plane(1), opaqueHalf(TestImage.rgb(), pixels), 33);
    }

    /** The green of an image, and that of another where it is hardly to be seen. */
    private static dev.understudy.image.Plane opaqueHalf(Pixels whole, Pixels decoded) {
        return TestImage.plane((x, y) -> (x < 30 ? decoded : whole).plane(1).at(x, y));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gray.avif", "gray-12bit.avif"})
    void grayIsGray(String name) throws Exception {
        Pixels pixels = decode(name).pixels();
        assertEquals(Samples.GRAY, pixels.samples());
        assertSimilar(TestImage.gray().plane(0), pixels.plane(0), 40);
    }

    @ParameterizedTest
    @CsvSource({"420.avif,NORMAL", "rotated.avif,ROTATED_270", "mirrored.avif,MIRRORED", "turned.avif,TRANSVERSED"})
    void orientations(String name, Orientation orientation) throws Exception {
        assertEquals(orientation, decode(name).info().orientation());
    }

    /** Four tiles of 128 x 64 pixels. */
    @Test
    void theTilesOfAGridAreOneImage() throws Exception {
        Pixels pixels = PlaneConversions.toRgb(decode("grid.avif").pixels());
        assertSimilar(TestImage.plane(256, 128, (x, y) -> x), pixels.plane(0), 36);
        assertSimilar(TestImage.plane(256, 128, (x, y) -> 2 * y), pixels.plane(1), 36);
    }

    @Test
    void aGridWithoutATileIsDamaged() {
        byte[] file = TestImage.file("grid.avif");
        for (int i = 0; i < file.length - 4; i++) {
            if (file[i] == 'd' && file[i + 1] == 'i' && file[i + 2] == 'm' && file[i + 3] == 'g') {
                file[i + 7]--; // how many tiles it refers to
            }
        }
        assertFails(file);
    }

    @Test
    void aProfileIsRead() throws Exception {
        assertNotNull(decode("profile.avif").pixels().profile());
        assertNull(decode("420.avif").pixels().profile());
    }
}
