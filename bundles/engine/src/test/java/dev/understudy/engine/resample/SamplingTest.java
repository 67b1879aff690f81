package dev.understudy.engine.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.layout.Affine;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import dev.understudy.image.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private static final Region CLIP = new Region(0, 0, 400, 300);

    @Test
    void asksForWhatIsSeenAndALittleMore() {
        Sampling sampling = Sampling.of(
                Affine.translation(-100, -80).then(Affine.scaling(0.25, 0.25)), CLIP, new Region(0, 0, 20, 10));
        DecodeRequest request = sampling.request(ResMode.BILIN, false);
        Region region = request.region();
        assertEquals(3, request.maxReduction());
        assertTrue(region.x() <= 96 && region.x() > 90, region.toString());
        assertTrue(region.x() + region.width() >= 184 && region.x() + region.width() < 190, region.toString());
    }

    @Test
    void neverAsksForMoreThanTheClip() {
        Region clip = new Region(50, 60, 30, 20);
        Sampling sampling = Sampling.of(Affine.scaling(2, 2), clip, new Region(100, 120, 60, 40));
        assertEquals(clip, sampling.request(ResMode.SHARP2, false).region());
        assertEquals(1, sampling.request(ResMode.SHARP2, false).maxReduction());
    }

    @Test
    void reducesNoFurtherThanTheLessReducedDirection() {
        Sampling sampling = Sampling.of(Affine.scaling(0.1, 0.4), CLIP, new Region(0, 0, 40, 120));
        assertEquals(2, sampling.request(ResMode.BILIN, false).maxReduction());
    }

    @Test
    void leavesAsMuchOfPairedChromaToTheKernelAsOfLuma() {
        for (double scale : new double[] {0.1, 0.37, 0.5, 1, 2}) {
            Sampling sampling = Sampling.of(Affine.scaling(scale, scale), CLIP, new Region(0, 0, 40, 30));
            DecodeRequest full = sampling.request(ResMode.SHARP2, false);
            DecodeRequest paired = sampling.request(ResMode.SHARP2, true);
            assertEquals(full.maxReduction(), full.maxChromaReduction());
            assertEquals(full.maxReduction(), paired.maxReduction());
            assertEquals((int) Math.max(1, 2 / scale / 1.25), paired.maxChromaReduction());
        }
    }

    @Test
    void mirroredAndTurnedPlacesAreFound() {
        // a ramp to the right, mirrored: from the window's left it falls
        Plane ramp = plane(400, 300, (x, y) -> x / 2);
        Affine mirrored = Affine.mirror(true, false, 400, 300);
        Pixels part = sample(ramp, mirrored, new Region(30, 0, 8, 5));
        assertEquals((399 - 30) / 2, part.plane(0).at(0, 0));
        assertEquals((399 - 37) / 2, part.plane(0).at(7, 0));
        Affine turned = Affine.rotation(90).then(Affine.translation(300, 0));
        Pixels down = sample(ramp, turned, new Region(0, 100, 5, 8));
        assertEquals(50, down.plane(0).at(0, 0));
        assertEquals(53, down.plane(0).at(0, 7));
    }

    @Test
    void chromaIsPairedFromTheSideWhereTheWindowBegins() {
        Plane luma = plane(64, 4, (x, y) -> 128);
        Plane chroma = plane(64, 4, (x, y) -> x * 2);
        Pixels source = new Pixels(Samples.YCC, List.of(luma, chroma, chroma), null, null);
        for (boolean mirrored : new boolean[] {false, true}) {
            Affine mapping = Affine.mirror(mirrored, false, 64, 4);
            Sampling sampling = Sampling.of(mapping, new Region(0, 0, 64, 4), new Region(0, 0, 63, 3));
            Pixels out = sampling.apply(decoded(source), ResMode.BILIN, true);
            assertEquals(63, out.width());
            assertEquals(32, out.plane(1).width());
            assertEquals(2, out.plane(1).height());
            // window columns 20 and 21 make pair 10
            double expected = mirrored ? 2 * (63 - 20.5) : 2 * 20.5;
            assertEquals(expected, out.plane(1).at(10, 0), 1);
        }
    }

    @Test
    void coarseChromaLiesWhereLumaDoes() {
        Plane luma = plane(101, 33, (x, y) -> x * 2);
        Plane half = plane(51, 17, (x, y) -> Math.min(255, x * 4 + 1));
        Pixels source = new Pixels(Samples.YCC, List.of(luma, half, half), null, null);
        Pixels out = Sampling.of(Affine.scaling(0.5, 0.5), new Region(0, 0, 101, 33), new Region(10, 4, 30, 8))
                .apply(decoded(source), ResMode.BILIN, false);
        assertEquals(30, out.plane(1).width());
        for (int x = 0; x < 30; x++) {
            assertEquals(out.plane(0).at(x, 3), out.plane(1).at(x, 3), 1);
        }
    }

    private static Pixels sample(Plane plane, Affine mapping, Region part) {
        Pixels source = new Pixels(Samples.GRAY, List.of(plane), null, null);
        return Sampling.of(mapping, new Region(0, 0, plane.width(), plane.height()), part)
                .apply(decoded(source), ResMode.SHARP2, false);
    }

    private static Decoded decoded(Pixels pixels) {
        ImageInfo info = new ImageInfo(
                "memory", pixels.width(), pixels.height(), Orientation.NORMAL, pixels.samples(), 8, false, false, 0);
        return new Decoded(info, pixels, new Region(0, 0, pixels.width(), pixels.height()), 1);
    }

    private interface Pattern {
        int at(int x, int y);
    }

    private static Plane plane(int width, int height, Pattern pattern) {
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) pattern.at(i % width, i / width);
        }
        return new Plane(width, height, samples);
    }
}
