package dev.understudy.micro;

import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Decoding of a JPEG file in 4:2:0, baseline and progressive, at the sizes that the format decodes cheaply, and of a part. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class JpegDecodingBenchmark {

    private static final int PART = 800;

    /** Pixels of the file in each direction. */
    @Param("2448")
    public int side;

    @Param({"false", "true"})
    public boolean progressive;

    private byte[] file = {};

    /** Makes the file. */
    @Setup
    public void makeFile() {
        file = Photograph.file(side, side, progressive);
    }

    @Benchmark
    public Pixels whole() {
        return Photograph.decode(file, DecodeRequest.WHOLE);
    }

    @Benchmark
    public Pixels half() {
        return Photograph.decode(file, new DecodeRequest(null, 2));
    }

    @Benchmark
    public Pixels quarter() {
        return Photograph.decode(file, new DecodeRequest(null, 4));
    }

    @Benchmark
    public Pixels eighth() {
        return Photograph.decode(file, new DecodeRequest(null, 8));
    }

    /** A square of 800 pixels in the middle, or of all there is in a smaller file. */
    @Benchmark
    public Pixels part() {
        int size = Math.min(PART, side);
        int start = (side - size) / 2;
        return Photograph.decode(file, new DecodeRequest(new Region(start, start, size, size), 1));
    }
}
