package dev.understudy.engine.resample;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.image.Plane;
import dev.understudy.image.ResMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/quality.md says of scaling. */
class ResamplingQualityTest {

    /** The noise of rounding to whole values is 58.9 dB, and a little more where an image is nearly flat. */
    private static final double ROUNDED = 55;

    private final Plane source = ResamplingQuality.zonePlate();

    @ParameterizedTest
    @EnumSource
    void onlyRoundingPartsUsFromDoublePrecision(ResMode mode) {
        Kernel kernel = Kernel.of(mode);
        for (double factor : ResamplingQuality.FACTORS) {
            int width = (int) Math.round(source.width() * factor);
            int height = (int) Math.round(source.height() * factor);
            double[] same = ResamplingQuality.reference(source, width, height, kernel.radius(), kernel::weight);
            double psnr = ResamplingQuality.psnr(ResamplingQuality.ours(source, width, height, mode), same);
            assertTrue(psnr > ROUNDED, mode + " by " + factor + ": " + psnr);
        }
    }

    @Test
    void isNoWorseThanLibvips(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/vips")), "SKIPPED: the tool vips is not installed");
        for (double factor : ResamplingQuality.FACTORS) {
            int width = (int) Math.round(source.width() * factor);
            int height = (int) Math.round(source.height() * factor);
            Kernel kernel = Kernel.of(ResMode.SHARP2);
            double[] same = ResamplingQuality.reference(source, width, height, kernel.radius(), kernel::weight);
            double ours = ResamplingQuality.psnr(ResamplingQuality.ours(source, width, height, ResMode.SHARP2), same);
            double vips = ResamplingQuality.psnr(ResamplingQuality.vips(source, factor, ResMode.SHARP2, folder), same);
            assertTrue(ours > vips - 0.3, factor + ": " + ours + " and " + vips);
        }
    }
}
