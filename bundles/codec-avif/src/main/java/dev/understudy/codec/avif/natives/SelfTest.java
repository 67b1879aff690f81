package dev.understudy.codec.avif.natives;

import dev.understudy.codec.avif.Av1;
import dev.understudy.codec.avif.CodingSettings;
import dev.understudy.codec.avif.SampleScale;
import dev.understudy.codec.avif.av1.ChromaFormat;
import dev.understudy.codec.avif.av1.ColorCodes;
import dev.understudy.codec.avif.av1.TemporalUnit;
import dev.understudy.image.Plane;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Codes small images in each way and decodes them again. Libraries of another system, or built in another way, show that here; and
 * JavaCPP finds what it looks for as a class of it is used first, which must be while its files are there.
 */
final class SelfTest {

    private static final int SIDE = 16;
    private static final int GRAY = 128;
    private static final int TOLERANCE = 8;

    private SelfTest() {}

    static void run(Av1 av1) throws IOException {
        for (ChromaFormat chroma : List.of(ChromaFormat.HALF, ChromaFormat.FULL, ChromaFormat.NONE)) {
            CodingSettings settings = new CodingSettings(chroma, ColorCodes.SRGB_AS_LUMA_AND_CHROMA, 20);
            List<Plane> planes = IntStream.range(0, chroma.planes())
                    .mapToObj(plane -> gray(chroma.width(plane, SIDE), chroma.height(plane, SIDE)))
                    .toList();
            TemporalUnit unit = av1.encode(planes, settings);
            for (Plane plane : av1.decode(unit, SampleScale.of(unit.header(), settings.codes()))) {
                if (Math.abs(plane.at(SIDE / 4, SIDE / 4) - GRAY) > TOLERANCE) {
                    throw new UnsatisfiedLinkError("FFmpeg does not decode what it has encoded");
                }
            }
        }
    }

    private static Plane gray(int width, int height) {
        Plane plane = Plane.blank(width, height);
        Arrays.fill(plane.samples(), (byte) GRAY);
        return plane;
    }
}
