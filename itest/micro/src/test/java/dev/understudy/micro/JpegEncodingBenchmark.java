package dev.understudy.micro;

import dev.understudy.image.Pixels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Writing of a JPEG file in 4:2:0 at quality 80. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class JpegEncodingBenchmark {

    private static final double QUALITY = 80;

    @Param({"320", "800", "1600"})
    public int width;

    private Pixels pixels = Photograph.planes(16, 16);

    /** Makes the image, three wide and four high. */
    @Setup
    public void makeImage() {
        pixels = Photograph.planes(width, width * 4 / 3);
    }

    @Benchmark
    public byte[] baseline() {
        return Photograph.encode(pixels, QUALITY, false);
    }

    @Benchmark
    public byte[] progressive() {
        return Photograph.encode(pixels, QUALITY, true);
    }
}
