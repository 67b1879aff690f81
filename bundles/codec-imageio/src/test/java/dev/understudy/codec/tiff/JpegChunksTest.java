package dev.understudy.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import dev.understudy.codec.guard.CanaryFill;
import dev.understudy.codec.io.Input;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG in strips and tiles, beside what the library makes of it. */
class JpegChunksTest {

    /** Levels that inverse transforms, and the conversion from YCbCr, may differ by. */
    private static final int MOST = 2;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg.tif", "tiles-jpeg.tif", "pyramid-jpeg.tif"})
    void partsAreThoseOfTheLibrary(String name) throws Exception {
        byte[] bytes = TestImage.file(name);
        Random random = new Random(3);
        try (Input input = Input.of(new BytesSource(bytes).channel(), bytes.length)) {
            TiffFile file = TiffFile.read(input);
            for (int i = 0; i < 30; i++) {
                int x = random.nextInt(file.width());
                int y = random.nextInt(file.height());
                Region region =
                        new Region(x, y, 1 + random.nextInt(file.width() - x), 1 + random.nextInt(file.height() - y));
                Pixels own = JpegChunks.read(file, input, region).orElseThrow();
                assertSame(library(file, input, region), own, region);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"tiles.tif", "lzw.tif", "deflate.tif"})
    void whatIsNoJpegIsLeftToTheLibrary(String name) throws Exception {
        byte[] bytes = TestImage.file(name);
        try (Input input = Input.of(new BytesSource(bytes).channel(), bytes.length)) {
            TiffFile file = TiffFile.read(input);
            assertEquals(Optional.empty(), JpegChunks.read(file, input, new Region(0, 0, 8, 8)));
        }
    }

    /** As a copy that was broken off leaves them: zeros are codes, too, and what is left of them is no filling. */
    @ParameterizedTest
    @CsvSource({"jpeg.tif, 0.5", "jpeg.tif, 0.2", "tiles-jpeg.tif, 0.3", "tiles-jpeg.tif, 0.2", "tiles-jpeg.tif, 0.05"})
    void aTailOfZerosIsDamage(String name, double share) throws Exception {
        byte[] sound = TestImage.file(name);
        ChunkTable chunks;
        try (Input input = Input.of(new BytesSource(sound).channel(), sound.length)) {
            chunks = TiffFile.read(input).chunks();
        }
        for (int i = 0; i < chunks.across() * chunks.down(); i++) {
            byte[] file = sound.clone();
            int end = (int) (chunks.offset(i) + chunks.count(i));
            Arrays.fill(file, end - Math.max(3, (int) (chunks.count(i) * share)), end, (byte) 0);
            ServeException e = assertThrows(
                    ServeException.class,
                    () -> new TiffDecoder().decode(new BytesSource(file), DecodeRequest.WHOLE),
                    "chunk " + i);
            assertEquals(FailureKind.SOURCE_CORRUPT, e.failure().kind());
        }
    }

    private static Raster library(TiffFile file, Input input, Region region) throws Exception {
        return new SampleReader(new TIFFImageReaderSpi(), file, input, region)
                .read(CanaryFill.DARK)
                .getRaster();
    }

    private static void assertSame(Raster library, Pixels own, Region region) {
        for (int band = 0; band < own.planes().size(); band++) {
            for (int y = 0; y < region.height(); y++) {
                for (int x = 0; x < region.width(); x++) {
                    int off = Math.abs(
                            library.getSample(x, y, band) - own.plane(band).at(x, y));
                    assertTrue(off <= MOST, "off by " + off + " at " + x + "," + y + " of " + region);
                }
            }
        }
    }
}
