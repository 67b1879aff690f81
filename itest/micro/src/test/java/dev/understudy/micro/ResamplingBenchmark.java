package dev.understudy.micro;

import dev.understudy.engine.resample.Axis;
import dev.understudy.engine.resample.Resampler;
import dev.understudy.image.Plane;
import dev.understudy.image.ResMode;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Scaling of one plane by Lanczos. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ResamplingBenchmark {

    private static final int WIDTH = 1068;
    private static final int HEIGHT = 1424;

    /** Samples that are wanted in a row. */
    @Param({"320", "800"})
    public int wanted;

    private Plane plane = Plane.blank(1, 1);

    /** Takes the luma of a photograph. */
    @Setup
    public void makePlane() {
        plane = Photograph.planes(WIDTH, HEIGHT).plane(0);
    }

    @Benchmark
    public Plane scale() {
        double step = (double) WIDTH / wanted;
        Axis x = new Axis(0, step, wanted, 0, WIDTH);
        Axis y = new Axis(0, step, (int) (HEIGHT / step), 0, HEIGHT);
        return new Resampler(x, y, ResMode.SHARP2).scale(plane);
    }
}
