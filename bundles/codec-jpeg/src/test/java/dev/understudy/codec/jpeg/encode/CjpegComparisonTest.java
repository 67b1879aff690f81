package dev.understudy.codec.jpeg.encode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our files are no larger than those of libjpeg-turbo at the same quality, to 1 %, and as good. */
class CjpegComparisonTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 60, 80, 92, 100})
    void sizeAndSimilarity(int quality) throws Exception {
        Cjpeg cjpeg = new Cjpeg(new RandomImage(9).of(Samples.RGB, 403, 301, 1, 1), folder);
        for (int i = 0; i < 4; i++) {
            Cjpeg.Worth theirs = cjpeg.theirs(quality, i % 2 == 0, i / 2 == 0);
            Cjpeg.Worth ours = cjpeg.ours(quality, i % 2 == 0, i / 2 == 0);
            assertTrue(ours.bytes() <= 1.01 * theirs.bytes(), ours + " and " + theirs);
            assertTrue(ours.ssim() > theirs.ssim() - (quality < 10 ? 1e-3 : 5e-4), ours + " and " + theirs);
        }
    }
}
